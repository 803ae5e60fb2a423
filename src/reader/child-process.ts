/** One reader child process as the pool sees it. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '../child-environment.ts';
import { deferred, type Deferred } from './deferred.ts';
import { LAST_WORDS } from './limits.ts';
import type { CallMessage, ChildMessage, ReaderSettings, StartMessage } from './protocol.ts';

/** Why a child is no more. */
export interface ChildEnd {
  readonly cause: 'timeout' | 'out-of-memory' | 'crash';
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The end of what it wrote to stderr, one line. */
  readonly lastWords: string;
}

type Outcome = Exclude<ChildMessage, { kind: 'ready' }>;

export interface Child {
  readonly pid: number | undefined;
  /** Calls begun. */
  readonly calls: number;
  /** Resolves when the stages are loaded. Rejects with ChildEnd. */
  ready(timeoutMs: number): Promise<void>;
  /** One call at a time. Rejects with ChildEnd when the child is killed or dies. */
  call(message: CallMessage, timeoutMs: number): Promise<Outcome>;
  /** Lets go of an idle child: it exits by itself, and is killed when it does not. Resolves when it is gone. */
  end(): Promise<void>;
}

/** Characters of stderr kept for the report of a crash. */
const KEPT_STDERR = 2000;
/** How long a released child may take to exit, ms. */
const EXIT_GRACE_MS = 2000;
/** V8 prints "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory"; the watchdog prints LAST_WORDS.memory. */
const OUT_OF_MEMORY = /out of memory|heap limit|allocation failed/i;

/**
 * Half of the space for new objects, MB. With Node's own 16 a child holds 150 MB more (bench/speed/memory.ts) and cleans about a tenth faster; `--optimize-for-size`
 * saves another 30 MB and halves the speed.
 */
const YOUNG_MB = 4;

/**
 * For glibc, which keeps one arena a thread and hands freed memory back late: V8's compiler threads leave 40 MB lying about that way, of 374 at the highest
 * over 2,000 articles (bench/speed/memory.ts). Costs no time that could be measured; other libraries do not read it, an operator's own setting wins.
 */
const MALLOC = { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '131072', MALLOC_MMAP_THRESHOLD_: '131072' };

export interface ChildOptions {
  readonly settings: ReaderSettings;
  readonly heapMb: number;
  /** CPU time of one call, ms. */
  readonly cpuMs: number;
}

/** @param onEnd called once when the process is gone, whatever ended it. */
export function startChild(script: URL, { settings, heapMb, cpuMs }: ChildOptions, onEnd: () => void): Child {
  const child = fork(fileURLToPath(script), [], {
    // stdout is nobody's; stderr is kept for crash reports, never shown
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${heapMb}`, `--max-semi-space-size=${YOUNG_MB}`, '--expose-gc', '--no-warnings'],
    env: childEnvironment(MALLOC),
  });
  let stderr = '';
  let timedOut = false;
  let isReady = false;
  let calls = 0;
  let ended: ChildEnd | undefined;
  let current: Deferred<ChildMessage> | undefined;
  const started = deferred<ChildMessage>();
  // a child that dies before anyone waits for it must not become an unhandled rejection
  started.promise.catch(() => {});

  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    stderr = (stderr + chunk).slice(-KEPT_STDERR);
  });
  child.on('message', (message: ChildMessage) => {
    if (message.kind === 'ready') {
      isReady = true;
      started.resolve(message);
    } else current?.resolve(message);
  });
  const finish = (code: number | null, signal: NodeJS.Signals | null): void => {
    if (ended !== undefined) return;
    const cause = timedOut || stderr.includes(LAST_WORDS.cpu) ? 'timeout' : OUT_OF_MEMORY.test(stderr) ? 'out-of-memory' : 'crash';
    ended = { cause, code, signal, lastWords: lastLine(stderr) };
    onEnd();
    started.reject(ended);
    current?.reject(ended);
  };
  // not the child's own `close` event: it stays away when the parent disconnects first
  child.on('exit', (code, signal) => {
    if (child.stderr === null || child.stderr.closed) finish(code, signal);
    else child.stderr.once('close', () => finish(code, signal));
  });
  // the process could not be started, or a message could not be sent because it is gone
  child.on('error', (error) => {
    stderr += error.message;
    if (child.pid === undefined) finish(null, null);
  });
  const start: StartMessage = { start: settings, rssBytes: (heapMb * 2 + 512) * 1024 * 1024, cpuMs };
  // a child that is gone before it hears this says so by `exit`
  child.send(start, () => {});
  hold(child, false);

  async function within(promise: Promise<ChildMessage>, timeoutMs: number, onTimeout: () => void): Promise<ChildMessage> {
    const timer = setTimeout(() => {
      onTimeout();
      child.kill('SIGKILL');
    }, timeoutMs);
    hold(child, true);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      hold(child, false);
    }
  }

  return {
    pid: child.pid,
    get calls() {
      return calls;
    },
    async ready(timeoutMs) {
      await within(started.promise, timeoutMs, () => {
        stderr = `it did not start within ${timeoutMs} ms`;
      });
    },
    async call(message, timeoutMs) {
      calls += 1;
      current = deferred<ChildMessage>();
      if (ended !== undefined) current.reject(ended);
      else
        child.send(message, (error) => {
          // the child died while the message was on its way: `exit` follows and says why
          if (error !== null && ended !== undefined) current?.reject(ended);
        });
      return (await within(current.promise, timeoutMs, () => {
        timedOut = true;
      })) as Outcome;
    },
    async end() {
      if (ended !== undefined) return;
      hold(child, true);
      const gone = once(child, 'exit');
      // still loading: nothing to let end
      if (!isReady) child.kill('SIGKILL');
      else if (child.connected) child.disconnect();
      const timer = setTimeout(() => child.kill('SIGKILL'), EXIT_GRACE_MS);
      await gone;
      clearTimeout(timer);
    },
  };
}

/** An idle child does not keep the parent's event loop alive: a program that forgets to close the pool still ends. */
function hold(child: ChildProcess, busy: boolean): void {
  const stderr = child.stderr as Socket | null;
  const change = busy ? 'ref' : 'unref';
  child[change]();
  child.channel?.[change]();
  stderr?.[change]();
}

function lastLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  // an uncaught error prints the source line and a stack; its own line says the most
  const said = lines.find((line) => /^(?:\w*Error\b|FATAL)/.test(line)) ?? lines.findLast((line) => line !== '');
  return (said ?? '').slice(0, 300);
}
