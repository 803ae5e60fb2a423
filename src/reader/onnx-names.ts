/**
 * Names by a model of the operator's own (COPYDESK_NER=onnx): any token-classification model in ONNX form whose labels name people, organisations and
 * places, run by `@huggingface/transformers`, which the operator installs (docs/entities.md). Nothing is ever fetched: the model is a local folder.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { NamedSpan } from '../entities/mention.ts';
import { namesOf, piecesOf, readLabel, windowsOf, type CutIntoPieces } from './onnx-pieces.ts';

export type FindNames = (text: string) => Promise<NamedSpan[]>;

const PACKAGE = '@huggingface/transformers';

/** BERT and its kin have 512 places, some of them for special tokens; a model that says it has fewer is believed, one with more gains nothing on news. */
const MOST_PIECES = 512;

/** The part of the package that is used. */
interface Transformers {
  readonly env: { allowRemoteModels: boolean };
  readonly AutoTokenizer: { from_pretrained(folder: string, options: { local_files_only: true }): Promise<Tokenizer> };
  readonly AutoModelForTokenClassification: {
    from_pretrained(
      folder: string,
      options: {
        local_files_only: true;
        device: 'cpu';
        dtype: string;
        subfolder: string;
        session_options: { intraOpNumThreads: number; interOpNumThreads: number };
      },
    ): Promise<Model>;
  };
  readonly Tensor: new (type: 'int64', values: BigInt64Array, shape: readonly number[]) => Tensor;
}
interface Tokenizer {
  /** Infinity where tokenizer_config.json does not say. */
  readonly model_max_length: number;
  tokenize(text: string): string[];
  encode(text: string, options: { add_special_tokens: boolean }): number[];
}
type Model = (inputs: Readonly<Record<string, Tensor>>) => Promise<{ readonly logits?: Tensor }>;
interface Tensor {
  readonly dims: readonly number[];
  readonly data: ArrayLike<number>;
}

/** File of the weights below the model's folder, and what the package calls its number format. The first that is there is taken. */
const WEIGHTS = [
  { subfolder: 'onnx', file: 'model.onnx', dtype: 'fp32' },
  { subfolder: 'onnx', file: 'model_quantized.onnx', dtype: 'q8' },
  { subfolder: '', file: 'model.onnx', dtype: 'fp32' },
  { subfolder: '', file: 'model_quantized.onnx', dtype: 'q8' },
] as const;

/**
 * Does what may fail and says why in the one line that the pool shows of a reader that does not come up. The error below goes into that line and is no
 * `cause`: the stacks of both would push the line out of what is kept of stderr.
 */
async function attempt<T>(work: () => T | Promise<T>, explain: (why: string) => string): Promise<T> {
  const done = await (async () => ({ result: await work() }))().catch((error: unknown) => ({
    why: (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 120),
  }));
  if ('why' in done) throw new Error(explain(done.why));
  return done.result;
}

/**
 * Loads the model folder: config.json, tokenizer.json, tokenizer_config.json, onnx/model.onnx (or model.onnx, or model_quantized.onnx in either place).
 * @param lookIn Folders from which the package is looked for, upwards, as Node does: beside Copydesk, else beside the model.
 * @throws Error in one line: what is wrong, where, and what to do.
 */
export async function loadOnnxNames(folder: string | undefined, lookIn?: readonly string[]): Promise<FindNames> {
  if (folder === undefined || folder === '') throw new Error('COPYDESK_NER=onnx needs COPYDESK_NER_MODEL: the folder of the model');
  const path = resolve(folder);
  if (!existsSync(path)) throw new Error(`COPYDESK_NER_MODEL: there is no folder ${path}`);
  for (const file of ['config.json', 'tokenizer.json', 'tokenizer_config.json'])
    if (!existsSync(join(path, file)))
      throw new Error(`COPYDESK_NER_MODEL: ${path} holds no ${file}; copy it there from the model's repository`);
  const weights = WEIGHTS.find(({ subfolder, file }) => existsSync(join(path, subfolder, file)));
  if (weights === undefined)
    throw new Error(
      `COPYDESK_NER_MODEL: ${path} holds no onnx/model.onnx; copy it there, or export the model to ONNX (optimum-cli export onnx)`,
    );
  const { labels, places } = await readModelConfig(join(path, 'config.json'));

  const { env, AutoTokenizer, AutoModelForTokenClassification, Tensor } = await loadPackage(lookIn ?? [import.meta.dirname, path], path);
  env.allowRemoteModels = false;
  const tokenizer = await attempt(
    () => AutoTokenizer.from_pretrained(path, { local_files_only: true }),
    (why) => `COPYDESK_NER_MODEL: ${join(path, 'tokenizer.json')} cannot be read (${why}); copy it anew, with its tokenizer_config.json`,
  );
  const file = join(path, weights.subfolder, weights.file);
  const model = await attempt(
    () =>
      AutoModelForTokenClassification.from_pretrained(path, {
        local_files_only: true,
        device: 'cpu',
        dtype: weights.dtype,
        subfolder: weights.subfolder,
        // there is a reader for each core
        session_options: { intraOpNumThreads: 1, interOpNumThreads: 1 },
      }),
    (why) => `COPYDESK_NER_MODEL: ${file} cannot be loaded (${why}); copy or export it anew`,
  );

  const isByteLevel = tokenizer.tokenize('é').join('') === 'Ã©';
  const cut: CutIntoPieces = (word) => ({
    tokens: tokenizer.tokenize(word),
    ids: tokenizer.encode(word, { add_special_tokens: false }),
    isByteLevel,
  });
  const [before, after] = frameOf(tokenizer);
  const { model_max_length: stated } = tokenizer;
  const room = Math.max(1, Math.min(MOST_PIECES, places, stated > 0 ? stated : MOST_PIECES) - before.length - after.length);

  async function label(ids: readonly number[]): Promise<string[]> {
    const all = [...before, ...ids, ...after];
    const shape = [1, all.length];
    const { logits } = await model({
      input_ids: new Tensor('int64', BigInt64Array.from(all, BigInt), shape),
      attention_mask: new Tensor('int64', new BigInt64Array(all.length).fill(1n), shape),
    });
    const [, rows, width] = logits?.dims ?? [];
    if (logits === undefined || rows !== all.length || width !== labels.length)
      throw new Error(
        `it gives ${logits === undefined ? 'no "logits"' : `logits of ${logits.dims.join(' x ')}`}; ` +
          `for token classification they are 1 x ${all.length} pieces x ${labels.length} labels of config.json`,
      );
    return ids.map((_, index) => labels[highest(logits.data, (before.length + index) * width, width)] ?? 'O');
  }

  const findNames: FindNames = async (text) => {
    const pieces = piecesOf(text, cut);
    const found: string[] = [];
    for (const [from, to] of windowsOf(pieces, room)) found.push(...(await label(pieces.slice(from, to).map(({ id }) => id))));
    return namesOf(pieces, found);
  };
  // a model that cannot run must keep the reader from coming up, not fail on an article
  await attempt(
    () => findNames('Copydesk'),
    (why) => `COPYDESK_NER_MODEL: ${file} cannot be run (${why}); it must be exported for token classification`,
  );
  return findNames;
}

async function loadPackage(folders: readonly string[], model: string): Promise<Transformers> {
  const require = createRequire(import.meta.url);
  const entry = await attempt(
    () => require.resolve(PACKAGE, { paths: [...folders] }),
    () =>
      `COPYDESK_NER=onnx needs the package ${PACKAGE}, which is installed neither with Copydesk nor beside the model; ` +
      `run: npm install --no-save --ignore-scripts --prefix "${model}" ${PACKAGE}`,
  );
  return attempt(
    () => require(entry) as Transformers,
    (why) => `COPYDESK_NER=onnx: the package at ${entry} cannot be loaded (${why}); install it anew on this machine`,
  );
}

interface ModelConfig {
  /** By number. */
  readonly labels: readonly string[];
  /** Most pieces of one call, special tokens included. */
  readonly places: number;
}

async function readModelConfig(file: string): Promise<ModelConfig> {
  const config = await attempt(
    () =>
      JSON.parse(readFileSync(file, 'utf8')) as { id2label?: Readonly<Record<string, unknown>>; max_position_embeddings?: unknown } | null,
    (why) => `COPYDESK_NER_MODEL: ${file} is not JSON (${why}); copy it anew`,
  );
  const labels = Object.entries(config?.id2label ?? {})
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, label]) => String(label));
  if (!labels.some((label) => readLabel(label) !== undefined))
    throw new Error(
      `COPYDESK_NER_MODEL: none of the labels in ${file} is a kind of name (id2label: ${labels.slice(0, 6).join(', ') || 'missing'}); ` +
        'write there what each label means: B-PER, I-PER, B-ORG, I-ORG, B-LOC, I-LOC, B-MISC, I-MISC, O',
    );
  const places = config?.max_position_embeddings;
  return { labels, places: typeof places === 'number' && places > 2 ? places : MOST_PIECES };
}

/** What the tokenizer puts before and after a text: [CLS] and [SEP], or others, or nothing. */
function frameOf(tokenizer: Tokenizer): [before: number[], after: number[]] {
  const inner = tokenizer.encode('a', { add_special_tokens: false });
  const whole = tokenizer.encode('a', { add_special_tokens: true });
  const at = whole.findIndex((_, start) => inner.every((id, index) => whole[start + index] === id));
  return at < 0 ? [[], []] : [whole.slice(0, at), whole.slice(at + inner.length)];
}

/** Which of the `count` values from `start` is highest; the first of equals. */
function highest(values: ArrayLike<number>, start: number, count: number): number {
  let best = 0;
  for (let index = 1; index < count; index++) if ((values[start + index] ?? 0) > (values[start + best] ?? 0)) best = index;
  return best;
}
