/** The child's side of the reader pool: answers calls, one at a time, and never outlives its parent. */
import { Worker } from 'node:worker_threads';
import { CopydeskError } from '../errors.ts';
import type { CallFailure, CallMessage, ChildMessage, ReaderCalls } from './protocol.ts';

/**
 * Runs beside the main thread, so that it also acts while a stage loops for ever: kills the process when the parent is gone (even by SIGKILL),
 * or when memory outside the JavaScript heap (buffers, strings under construction) grows past the limit, which the heap cap does not see.
 */
const WATCHDOG = `
const { workerData } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const die = () => process.kill(process.pid, 'SIGKILL');
setInterval(() => {
  if (process.ppid !== workerData.parent) die();
  if (process.memoryUsage.rss() > workerData.rssLimit) {
    try { writeSync(2, 'out of memory: resident memory passed ' + workerData.rssLimit + ' bytes\\n'); } catch {}
    die();
  }
}, 200);
`;

function startWatchdog(): void {
  const rssLimit = Number(process.env['COPYDESK_CHILD_RSS_LIMIT'] ?? Number.POSITIVE_INFINITY);
  const watchdog = new Worker(WATCHDOG, {
    eval: true,
    workerData: { parent: process.ppid, rssLimit },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
  });
  watchdog.unref();
}

function failureOf(error: unknown): CallFailure {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const failure = { name: error.name, message: error.message, stack: error.stack };
  return error instanceof CopydeskError ? { ...failure, code: error.code, stage: error.stage } : failure;
}

function send(message: ChildMessage): void {
  // the empty callback takes the error of a parent that is gone
  process.send?.(message, undefined, undefined, () => {});
}

/**
 * Answers the parent's calls until it disconnects. Signals meant for the parent's whole group (Ctrl-C, a service manager's SIGTERM) are left to
 * the parent: it lets running articles end and then closes the children.
 */
export function serveCalls(calls: ReaderCalls): void {
  if (process.send === undefined) throw new CopydeskError('BAD_ARGUMENT', 'The reader child is started by the reader pool, not by hand.');
  startWatchdog();
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => {});
  process.on('disconnect', () => process.exit(0));
  process.on('message', ({ call, args }: CallMessage) => {
    try {
      const answer = (calls[call] as (...args: readonly unknown[]) => unknown)(...args);
      send({ kind: 'result', result: answer, rss: process.memoryUsage.rss() });
    } catch (error) {
      send({ kind: 'failure', failure: failureOf(error), rss: process.memoryUsage.rss() });
    }
  });
  send({ kind: 'ready' });
}
