const t0=performance.now();
for (const p of process.argv.slice(2)) { const t=performance.now(); await import(p); console.log((performance.now()-t).toFixed(0), p); }
