/** Reading in processes that can be killed, for programs: `createReader` of the library. */
import type { ArticleInput, NewsRecord } from './article.ts';
import type { PipelineOptions } from './pipeline.ts';
import { articleInputOf } from './article-input.ts';

/** What one call may ask for; `known` does not cross to another process, see `entitiesFile`. */
export type ReadOptions = Omit<PipelineOptions, 'known'>;

export interface CreateReaderOptions {
  /** Child processes. Default: one a core. */
  readonly workers?: number | undefined;
  /** CPU time for one article, ms (six times that by the clock); then its process is killed. Default 4000. */
  readonly timeoutMs?: number | undefined;
  /** Heap limit of one process, MB. Default 512. */
  readonly heapMb?: number | undefined;
  /** File of your own entities: the JSON lines of `copydesk entities import`. It is looked at again whenever it changes. */
  readonly entitiesFile?: string | undefined;
  /** Folder of an ONNX token-classification model that finds names instead of the built-in tagger (docs/entities.md). */
  readonly namesModel?: string | undefined;
}

export interface Reader extends AsyncDisposable {
  /**
   * Reads one article, as `readArticle` does, in a process that can be killed. Calls beyond `workers` wait for their turn.
   * @throws CopydeskError READER_TIMEOUT, READER_OUT_OF_MEMORY, READER_CRASHED (the process is replaced, other calls go on), STAGE_FAILED,
   * READER_UNAVAILABLE (the process does not come up, or the reader is closed).
   */
  read(input: string | ArticleInput, options?: ReadOptions): Promise<NewsRecord>;
  /** Lets running and waiting calls end, then ends the processes. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * A pool of processes that read articles: one bad page costs its own call, never the program. A program that forgets to close it still ends.
 *
 * @example
 * const reader = createReader({ workers: 2, timeoutMs: 4000 });
 * const { headline } = await reader.read('Mayor opens bridge\n\n“It is open,” Mayor Ann Lee said on Monday.');
 * await reader.close();
 */
export function createReader(options: CreateReaderOptions = {}): Reader {
  const { timeoutMs = 4000, heapMb = 512, entitiesFile, namesModel } = options;
  const pool = Promise.all([import('./reader/pool.ts'), import('node:os')]).then(([{ createReaderPool }, { availableParallelism }]) =>
    createReaderPool({ workers: options.workers ?? availableParallelism(), timeoutMs, heapMb, settings: { entitiesFile, namesModel } }),
  );
  const close = async (): Promise<void> => (await pool).close();
  return {
    read: async (input, readOptions = {}) => (await pool).readArticle(articleInputOf(input), readOptions),
    close,
    [Symbol.asyncDispose]: close,
  };
}
