/**
 * Names by a model of the operator's own (COPYDESK_NER=onnx): any token-classification model in ONNX form with BIO labels, run by
 * `@huggingface/transformers`, which the operator installs. Nothing is ever fetched: the model is a local folder.
 */
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { NamedSpan } from '../entities/mention.ts';

/** One piece of a word as the model's tokenizer cuts it ("Zel", "##ensky") with its label ("B-PER", "O"). */
export interface LabelledPiece {
  readonly word: string;
  readonly entity: string;
}
/** Labels every piece of a short text, "O" included, in order. */
export type LabelPieces = (text: string) => Promise<readonly LabelledPiece[]>;
export type FindNames = (text: string) => Promise<NamedSpan[]>;

const TYPES: Readonly<Record<string, NamedSpan['type']>> = {
  PER: 'PER',
  PERSON: 'PER',
  ORG: 'ORG',
  ORGANIZATION: 'ORG',
  LOC: 'LOC',
  LOCATION: 'LOC',
  GPE: 'LOC',
  FAC: 'LOC',
  MISC: 'MISC',
  EVENT: 'MISC',
};

/** Longest stretch given to the model at once, UTF-16 units: below the 512 pieces of BERT-like models even where every third letter is a piece. */
const LONGEST_STRETCH = 1200;

/** Stretches of whole lines or sentences. */
function stretches(text: string): [start: number, end: number][] {
  const found: [number, number][] = [];
  for (const line of text.matchAll(/[^\n]+/g)) {
    let start = line.index;
    const end = start + line[0].length;
    while (end - start > LONGEST_STRETCH) {
      const stop = text.lastIndexOf('. ', start + LONGEST_STRETCH);
      const space = text.lastIndexOf(' ', start + LONGEST_STRETCH);
      const cut = stop > start ? stop + 1 : space > start ? space : start + LONGEST_STRETCH;
      found.push([start, cut]);
      start = cut;
    }
    found.push([start, end]);
  }
  return found;
}

/** Marks that tokenizers put on pieces: "##" (WordPiece), "▁" (SentencePiece), "Ġ" (byte pairs). */
const bare = (piece: string): string => piece.replace(/^(?:##|▁|Ġ)+/u, '');

/**
 * Character spans of labelled pieces. Pieces are looked up in the text in order, whatever their case; one that is not found (an unknown word, an
 * accent that the tokenizer drops) is passed over, so that a name may come out shorter, never elsewhere.
 */
export function spansOfPieces(text: string, pieces: readonly LabelledPiece[]): NamedSpan[] {
  const lower = text.toLowerCase();
  const spans: { start: number; end: number; type: NamedSpan['type'] }[] = [];
  let at = 0;
  let open = false;
  // the lower-case form of a few letters is longer ("İ"): offsets would not hold
  const haystack = lower.length === text.length ? lower : text;
  for (const { word, entity } of pieces) {
    const piece = bare(word);
    const needle = haystack === lower ? piece.toLowerCase() : piece;
    const start = needle === '' ? -1 : haystack.indexOf(needle, at);
    if (start < 0 || start - at > 60) {
      open &&= entity !== 'O';
      continue;
    }
    const end = start + needle.length;
    const [mark, label] = entity.includes('-') ? [entity.slice(0, 1), entity.slice(2)] : ['I', entity];
    const type = TYPES[label.toUpperCase()];
    const last = spans.at(-1);
    const isTail = word.startsWith('##') || (start === at && !/^[▁Ġ]/u.test(word) && /[\p{L}\p{N}]/u.test(text[start] ?? ''));
    if (open && last !== undefined && start === last.end && isTail && /[\p{L}\p{N}]/u.test(text[start - 1] ?? '')) last.end = end;
    else if (type === undefined) open = false;
    else if (open && last?.type === type && mark !== 'B' && mark !== 'S' && start - last.end <= 2) last.end = end;
    else {
      spans.push({ start, end, type });
      open = true;
    }
    at = end;
  }
  return spans;
}

export function namesBy(label: LabelPieces): FindNames {
  return async (text) => {
    const found: NamedSpan[] = [];
    for (const [start, end] of stretches(text)) {
      const part = text.slice(start, end);
      for (const span of spansOfPieces(part, await label(part)))
        found.push({ start: span.start + start, end: span.end + start, type: span.type });
    }
    return found;
  };
}

interface Transformers {
  readonly env: { allowRemoteModels: boolean; localModelPath: string };
  pipeline(
    task: 'token-classification',
    model: string,
    options: { dtype?: string },
  ): Promise<(text: string, options: { ignore_labels: string[] }) => Promise<LabelledPiece[]>>;
}

/**
 * Loads the model folder (config.json, tokenizer.json, onnx/model.onnx).
 * @throws Error that names the variable or the package to install.
 */
export async function loadOnnxNames(folder: string | undefined): Promise<FindNames> {
  if (folder === undefined || folder === '') throw new Error('COPYDESK_NER=onnx needs COPYDESK_NER_MODEL: the folder of the model');
  const path = resolve(folder);
  for (const file of ['config.json', 'tokenizer.json', 'onnx'])
    if (!existsSync(join(path, file))) throw new Error(`COPYDESK_NER_MODEL: ${path} holds no ${file}`);
  let transformers: Transformers;
  try {
    // by a variable: the package is no dependency, and neither compiler nor bundler must look for it
    const name = '@huggingface/transformers';
    transformers = (await import(name)) as Transformers;
  } catch (error) {
    throw new Error('COPYDESK_NER=onnx needs a package that is not installed: npm install @huggingface/transformers', { cause: error });
  }
  transformers.env.allowRemoteModels = false;
  transformers.env.localModelPath = dirname(path);
  const quantised = existsSync(join(path, 'onnx', 'model.onnx')) ? 'fp32' : 'q8';
  const classify = await transformers.pipeline('token-classification', basename(path), { dtype: quantised });
  return namesBy((text) => classify(text, { ignore_labels: [] }));
}
