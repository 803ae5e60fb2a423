/**
 * Reads articles where they can be killed: a pool of child processes, each with a heap cap, each call with a time limit that ends in SIGKILL.
 * Importing this file loads no stage; only the children do.
 */
import type { ArticleInput, NewsRecord } from '../article.ts';
import type { CleanOptions } from '../clean/clean.ts';
import type { BlockDecision } from '../clean/decision.ts';
import { CopydeskError, ERRORS, type ErrorCode } from '../errors.ts';
import { moduleBeside } from '../package-files.ts';
import type { Draft, PipelineOptions } from '../pipeline.ts';
import { startChild, type Child, type ChildEnd } from './child-process.ts';
import { deferred, type Deferred } from './deferred.ts';
import type { CallFailure, CallName, ReadContext, ReaderSettings } from './protocol.ts';

export interface ReaderOptions {
  /** Child processes; one a core is right. */
  readonly workers: number;
  /** CPU time for one call, ms; the wall clock ends it at six times that. On a machine with cores to spare both are the same. */
  readonly timeoutMs: number;
  /** Heap cap of one child, MB. */
  readonly heapMb: number;
  /** The operator's entities and name model; none by default. */
  readonly settings?: ReaderSettings | undefined;
  /** Resident memory at which a child is replaced after its call, MB. Default: heapMb + 256. */
  readonly recycleRssMb?: number | undefined;
  /** Calls after which a child is replaced. */
  readonly recycleAfter?: number | undefined;
  /** The child's entry point. Tests put faults (endless loop, out of memory) into a script of their own. */
  readonly script?: URL | undefined;
}

export interface ReaderPool {
  /** Throws CopydeskError READER_TIMEOUT, READER_OUT_OF_MEMORY, READER_CRASHED, READER_UNAVAILABLE or STAGE_FAILED. */
  cleanAndSign(input: ArticleInput, options?: PipelineOptions): Promise<Draft>;
  findNamesAndQuotations(draft: Draft, options?: PipelineOptions): Promise<Draft>;
  /** Lets running and waiting calls end, then ends the children. */
  close(): Promise<void>;
}

/** A pool that also makes whole records; what the command line uses. */
export interface ArticleReader extends ReaderPool {
  readArticle(input: ArticleInput, options?: PipelineOptions, context?: ReadContext): Promise<NewsRecord>;
  explainClean(input: ArticleInput, options?: CleanOptions): Promise<BlockDecision[]>;
  /** Process ids of the living children. */
  childIds(): number[];
}

/** A child that does not come up in this time (ms) is broken: loading the stages takes well under a second on an idle machine. */
const START_TIMEOUT_MS = 60_000;

/** Wall clock allowed for each ms of CPU time. */
const CLOCK_FACTOR = 6;

interface Call {
  readonly name: CallName;
  readonly args: readonly unknown[];
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: CopydeskError) => void;
}

const CHILD_SCRIPT = moduleBeside('./child', import.meta.url);

export function createReaderPool(options: ReaderOptions): ArticleReader {
  const recycleRss = (options.recycleRssMb ?? options.heapMb + 256) * 1024 * 1024;
  const recycleAfter = options.recycleAfter ?? 5000;
  const waiting: Call[] = [];
  const idle: Child[] = [];
  const living = new Set<Child>();
  const leaving = new Set<Promise<void>>();
  let closing: Deferred<void> | undefined;

  const retire = (child: Child): void => {
    living.delete(child);
    const gone = child.end().finally(() => leaving.delete(gone));
    leaving.add(gone);
  };

  const settleClose = (): void => {
    if (closing === undefined || waiting.length > 0 || living.size > idle.length) return;
    for (const child of idle.splice(0)) retire(child);
    void Promise.all(leaving).then(() => closing?.resolve());
  };

  /** Starts a child. One that dies while nobody uses it is forgotten: no article was harmed. */
  function start(): Child {
    const child = startChild(
      options.script ?? CHILD_SCRIPT,
      { settings: options.settings ?? {}, heapMb: options.heapMb, cpuMs: options.timeoutMs },
      () => {
        const place = idle.indexOf(child);
        if (place < 0) return;
        idle.splice(place, 1);
        living.delete(child);
      },
    );
    living.add(child);
    return child;
  }

  async function answer(child: Child, call: Call): Promise<void> {
    let wasReady = false;
    try {
      await child.ready(START_TIMEOUT_MS);
      wasReady = true;
      const outcome = await child.call({ call: call.name, args: call.args }, options.timeoutMs * CLOCK_FACTOR);
      const spent = child.calls >= recycleAfter || outcome.rss > recycleRss;
      if (spent) retire(child);
      else idle.push(child);
      if (outcome.kind === 'result') call.resolve(outcome.result);
      else call.reject(stageError(outcome.failure));
    } catch (error) {
      living.delete(child);
      // the next call, maybe this article once more, need not wait for the stages to load
      if (wasReady && closing === undefined) idle.unshift(start());
      call.reject(wasReady ? killError(error as ChildEnd, options) : startError(error as ChildEnd));
    }
    serveNext();
  }

  function serveNext(): void {
    while (waiting.length > 0) {
      let child = idle.pop();
      if (child === undefined) {
        if (living.size >= Math.max(1, options.workers)) break;
        child = start();
      }
      void answer(child, waiting.shift() as Call);
    }
    settleClose();
  }

  function request<T>(name: CallName, ...args: readonly unknown[]): Promise<T> {
    if (closing !== undefined) return Promise.reject(new CopydeskError('READER_UNAVAILABLE', 'The reader pool is closed.'));
    return new Promise<T>((resolve, reject) => {
      waiting.push({ name, args, resolve: resolve as (result: unknown) => void, reject });
      serveNext();
    });
  }

  // a pool is made to be used: the first child loads its stages while the caller still gets ready
  idle.push(start());

  return {
    cleanAndSign: (input, pipeline) => request('cleanAndSign', input, pipeline),
    findNamesAndQuotations: (draft, pipeline) => request('findNamesAndQuotations', draft, pipeline),
    readArticle: (input, pipeline, context) => request('readArticle', input, pipeline, context),
    explainClean: (input, clean) => request('explainClean', input, clean),
    childIds: () => [...living].flatMap((child) => (child.pid === undefined ? [] : [child.pid])),
    close: () => {
      closing ??= deferred<void>();
      settleClose();
      return closing.promise;
    },
  };
}

function stageError(failure: CallFailure): CopydeskError {
  const cause = Object.assign(new Error(failure.message), { name: failure.name, stack: failure.stack });
  if (failure.code !== undefined && failure.code in ERRORS) {
    return new CopydeskError(failure.code as ErrorCode, failure.message, {
      cause,
      ...(failure.stage === undefined ? {} : { stage: failure.stage }),
    });
  }
  return new CopydeskError('STAGE_FAILED', `${failure.name}: ${failure.message}`, { cause });
}

/** The article was never tried: this must not count against it. */
function startError({ lastWords }: ChildEnd): CopydeskError {
  return new CopydeskError('READER_UNAVAILABLE', `The reader process did not come up; its last words: ${lastWords}`);
}

function killError(end: ChildEnd, options: ReaderOptions): CopydeskError {
  if (end.cause === 'timeout') return new CopydeskError('READER_TIMEOUT', `Killed after ${options.timeoutMs} ms of work.`);
  if (end.cause === 'out-of-memory') return new CopydeskError('READER_OUT_OF_MEMORY', `Went past ${options.heapMb} MB.`);
  const how = end.signal === null ? `exit code ${end.code}` : `signal ${end.signal}`;
  const words = end.lastWords === '' ? '' : `; its last words: ${end.lastWords}`;
  return new CopydeskError('READER_CRASHED', `The reader process ended with ${how}${words}`);
}
