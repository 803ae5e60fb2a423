const c=process.cpuUsage(); const t=performance.now(); await import(process.argv[2]); const d=process.cpuUsage(c); console.log((performance.now()-t).toFixed(0), ((d.user+d.system)/1000).toFixed(0));
