/** The child's side of the reader pool: answers calls, one at a time, and never outlives its parent. */
import { Worker } from 'node:worker_threads';
import { CopydeskError } from '../errors.ts';
import { LAST_WORDS } from './limits.ts';
import type { CallFailure, CallMessage, ChildMessage, ReaderCalls, ReaderSettings, StartMessage } from './protocol.ts';

/**
 * Runs beside the main thread, so that it also acts while a stage loops for ever. Kills the process when
 *   - the parent is gone (even by SIGKILL);
 *   - the call has used up its CPU time. CPU time and not wall clock: on a machine with more work than cores a harmless page took 8 s by the clock;
 *   - memory outside the JavaScript heap (buffers, strings under construction) grows past the limit: the heap cap does not see it.
 */
const WATCHDOG = `
const { workerData } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const { parent, rssBytes, cpuMs, callStart, words } = workerData;
const die = (why) => {
  try { if (why) writeSync(2, why + '\\n'); } catch {}
  process.kill(process.pid, 'SIGKILL');
};
setInterval(() => {
  if (process.ppid !== parent) die();
  if (process.memoryUsage.rss() > rssBytes) die(words.memory);
  // read once: the call may end, and set it to 0, at any moment
  const start = callStart[0];
  const { user, system } = process.cpuUsage();
  if (start > 0 && (user + system) / 1000 - start > cpuMs) die(words.cpu);
}, 100);
`;

/** CPU time of this process when the running call began, ms; 0 between calls. Shared with the watchdog. */
const callStart = new Float64Array(new SharedArrayBuffer(8));

function startWatchdog({ rssBytes, cpuMs }: StartMessage): void {
  const watchdog = new Worker(WATCHDOG, {
    eval: true,
    workerData: {
      parent: process.ppid,
      rssBytes,
      cpuMs,
      callStart,
      words: LAST_WORDS,
    },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
  });
  watchdog.unref();
}

/**
 * Node lets the heap of a long-lived child grow far past what its stages hold, for it is a cap that it fears and not a level. Past this resident size the heap is
 * collected between two calls, at most once in so many. An ordinary collection keeps the emptied pages of memory: 359 MB at the highest over 2,000 articles; the last
 * resort gives them back: 333 MB (bench/speed/memory.ts).
 */
const TIDY_RSS_BYTES = 280 * 1024 * 1024;
const TIDY_EVERY = 50;
let sinceTidy = 0;

/** Needs `--expose-gc`; without it nothing happens. */
function tidy(): void {
  if (++sinceTidy < TIDY_EVERY || process.memoryUsage.rss() < TIDY_RSS_BYTES) return;
  sinceTidy = 0;
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

function cpuTimeMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
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
 * Loads the calls with the settings of the parent's first message, says that it is ready, and answers the parent's calls until it disconnects. Signals meant for the parent's whole group (Ctrl-C, a service manager's SIGTERM) are left to
 * the parent: it lets running articles end and then closes the children.
 */
export async function serveCalls(load: (settings: ReaderSettings) => ReaderCalls | Promise<ReaderCalls>): Promise<void> {
  if (process.send === undefined) throw new CopydeskError('BAD_ARGUMENT', 'The reader child is started by the reader pool, not by hand.');
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => {});
  process.on('disconnect', () => process.exit(0));
  const start = await new Promise<StartMessage>((resolve) => void process.once('message', resolve));
  startWatchdog(start);
  const calls = await load(start.start);
  const answer = async ({ call, args }: CallMessage): Promise<void> => {
    callStart[0] = cpuTimeMs();
    try {
      const result = await (calls[call] as (...args: readonly unknown[]) => unknown)(...args);
      send({ kind: 'result', result, rss: process.memoryUsage.rss() });
    } catch (error) {
      send({ kind: 'failure', failure: failureOf(error), rss: process.memoryUsage.rss() });
    } finally {
      callStart[0] = 0;
      // after the answer is on its way
      setImmediate(tidy);
    }
  };
  process.on('message', (message: CallMessage) => void answer(message));
  send({ kind: 'ready' });
}
