/** One input format: how bytes become articles. Members stand beside this file; formats.ts lists them; test/conformance/input-format.ts tests each. */
import type { DeclaredFacts } from '../../content/declared.ts';
import type { CopydeskError } from '../../errors.ts';
import type { IncomingItem } from '../../store/store.ts';

export type Chunks = AsyncIterable<Uint8Array>;

/** One article, or why it is not taken; the others go on. */
export type Found =
  | { readonly item: IncomingItem }
  | {
      readonly error: CopydeskError;
      /** From 1, where the format has lines. */
      readonly line?: number | undefined;
      /** The caller's own id, where it was told before things went wrong. */
      readonly inputId?: string | undefined;
    };

export interface FormatContext {
  /** Largest article, bytes. */
  readonly maxBytes: number;
  /** What is declared about the whole input; formats that hold several articles take these facts from each of them. */
  readonly declared?: DeclaredFacts | undefined;
  /** The file it comes from, where there is one. */
  readonly file?: string | undefined;
  /** WHATWG label from outside (an HTTP header); believed over what the content says. */
  readonly charset?: string | undefined;
}

export interface InputFormat {
  /** Unique; for `--format` and messages. */
  readonly name: string;
  /** Endings of file names, lower case, without the point. None: the format comes by media type only. */
  readonly endings: readonly string[];
  /** For HTTP bodies, lower case, without parameters. */
  readonly mediaTypes: readonly string[];
  /** Whether the first bytes are of this format, when neither a name nor a header tells. False while too few of them are there. */
  sniff(head: Uint8Array): boolean;
  /**
   * The articles, in order, streaming: no more is held than one article.
   * @throws CopydeskError when the whole input cannot be read; what was found before is kept.
   */
  read(chunks: Chunks, context: FormatContext): AsyncIterable<Found>;
}
