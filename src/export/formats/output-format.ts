/** One output format: how records are written. Members stand beside this file; formats.ts lists them; test/conformance/output-format.ts tests each. */
import type { NewsRecord } from '../../article.ts';

export interface OutputFormat {
  /** Unique; for `--format` and `?format=`. */
  readonly name: string;
  /** What it is, in a few words, for help and docs. */
  readonly what: string;
  /** Of the answer, and what `Accept` asks for. */
  readonly mediaType: string;
  /** Of file names, without the point. */
  readonly ending: string;
  /** The records as text, streaming: no more is held than one record. No record is a sound document too. */
  write(records: AsyncIterable<NewsRecord>): AsyncIterable<string>;
}
