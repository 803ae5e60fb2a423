#!/usr/bin/env node
// The command line's first step, in plain JavaScript so that an old Node can still read it: goes on under a Node that is new enough.
// A checkout runs src/ as it is; an installed package has dist/ only.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const pathOf = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isNewEnough = major > 22 || (major === 22 && minor >= 18);
// the npm package "node": a development dependency of a checkout, and whoever installs Copydesk beside an older Node may add it
const pinned = ['../node_modules/node/bin/node', '../../node/bin/node'].map(pathOf).find((path) => existsSync(path));

if (isNewEnough) {
  // Node 22 warns that it strips types; every command would start with it
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = (warning, ...rest) => {
    if (!/type stripping/i.test(String(warning))) emitWarning(warning, ...rest);
  };
  const { enableCompileCache } = await import('node:module');
  enableCompileCache();
  const { main } = await import(existsSync(pathOf('../src/cli/main.ts')) ? '../src/cli/main.ts' : '../dist/src/cli/main.js');
  await main(process.argv.slice(2));
} else if (pinned !== undefined && process.env.COPYDESK_REEXEC === undefined) {
  const child = spawn(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, COPYDESK_REEXEC: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    if (signal !== null) {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    } else process.exitCode = code ?? 1;
  });
  child.on('error', (error) => {
    console.error(`copydesk: ${pinned} cannot be started (${error.message}). Run npm ci again, or use Node 24.`);
    process.exitCode = 1;
  });
} else {
  console.error(
    `copydesk needs Node 22.18 or newer (24 is best); this is ${process.versions.node}. Install Node 24, or the npm package "node" beside copydesk; in a checkout run npm ci.`,
  );
  process.exitCode = 1;
}
