/** Worker processes as they run in a fleet: node workers/process.ts. */
import { spawn, type ChildProcess } from 'node:child_process';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Desk } from './desk.ts';

export const PROCESS_WORKER = new URL('../../workers/process.ts', import.meta.url);

export interface WorkerProcess {
  readonly pid: number;
  /** Resolves when it takes articles. */
  readonly ready: Promise<void>;
  /** Exit code and signal. */
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  kill(signal: NodeJS.Signals): void;
  /** Log lines so far. */
  log(): string;
}

export function startWorkerProcess(
  desk: Desk,
  settings: Readonly<Record<string, string>> = {},
  script: URL = PROCESS_WORKER,
): WorkerProcess {
  const env = { PATH: process.env['PATH'], ...desk.env, COPYDESK_LOG_LEVEL: 'info', COPYDESK_READERS: '1', ...settings };
  const child: ChildProcess = spawn(process.execPath, [fileURLToPath(script)], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const ready = new Promise<void>((resolve, reject) => {
    child.stderr?.on('data', (piece: Buffer) => {
      log += piece.toString('utf8');
      if (log.includes('"msg":"ready"')) resolve();
    });
    void exited.then(() => reject(new Error(`the worker ended before it was ready:\n${log}`)));
  });
  ready.catch(() => undefined);
  return { pid: child.pid as number, ready, exited, kill: (signal) => void child.kill(signal), log: () => log };
}

/** Processes whose parent is `pid`. */
export function childrenOf(pid: number): number[] {
  try {
    const list = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
    const pairs = list
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number));
    return pairs.filter(([, parent]) => parent === pid).map(([child]) => child as number);
  } catch {
    return [];
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
