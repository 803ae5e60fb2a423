/**
 * Makes the smallest token-classification models that are real ones: a tokenizer of one of the four common kinds, and a network that adds three tables (the
 * piece, the piece before it, its place), so that it reads context and, like BERT, cannot read more than 512 pieces at once.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeOnnx, type Operation, type Table } from './onnx-graph.ts';

export type TokenizerKind = 'WordPiece' | 'uncased WordPiece' | 'Unigram' | 'byte-level BPE';

/** What the model knows. */
export interface Lesson {
  /** Label of a word wherever it stands ("Oslo": "B-LOC"). All other words are "O". */
  readonly words: Readonly<Record<string, string>>;
  /** Label of a word after another, when it is to be another one: ["Ana", "Lima", "I-PER"]. */
  readonly after?: readonly (readonly [before: string, word: string, label: string])[];
}

export interface TinyModel extends Lesson {
  readonly tokenizer?: TokenizerKind;
  readonly labels?: readonly string[];
}

export const LABELS = ['O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG', 'B-LOC', 'I-LOC', 'B-MISC', 'I-MISC'];
const PLACES = 512;

const ASCII = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));

interface Vocabulary {
  readonly pieces: readonly string[];
  /** tokenizer.json. */
  readonly json: object;
  /** The pieces that a word is cut into, as the vocabulary writes them: after a space, and where nothing stands before it when that differs. */
  readonly cut: (word: string) => string[][];
}

const numbered = (pieces: readonly string[]): Record<string, number> => Object.fromEntries(pieces.map((piece, index) => [piece, index]));
const special = (pieces: readonly string[], names: readonly string[]) =>
  names.map((content) => ({
    id: pieces.indexOf(content),
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  }));
const frame = (first: string, last: string, ids: Record<string, number>) => ({
  type: 'TemplateProcessing',
  single: [{ SpecialToken: { id: first, type_id: 0 } }, { Sequence: { id: 'A', type_id: 0 } }, { SpecialToken: { id: last, type_id: 0 } }],
  pair: [
    { SpecialToken: { id: first, type_id: 0 } },
    { Sequence: { id: 'A', type_id: 0 } },
    { SpecialToken: { id: last, type_id: 0 } },
    { Sequence: { id: 'B', type_id: 1 } },
    { SpecialToken: { id: last, type_id: 1 } },
  ],
  special_tokens: Object.fromEntries([first, last].map((id) => [id, { id, ids: [ids[id]], tokens: [id] }])),
});

/** All but the last letter: known words are two pieces, so that names must be put together. */
const headOf = (word: string): string => (word.length > 3 ? word.slice(0, -1) : word);

/** "Osl", "##o"; unknown words are letters. */
function wordPiece(words: readonly string[], uncased: boolean): Vocabulary {
  const shown = (word: string): string => (uncased ? word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase() : word);
  const cut = (word: string): string[][] => {
    const head = headOf(shown(word));
    const tail = shown(word).slice(head.length);
    return [tail === '' ? [head] : [head, `##${tail}`]];
  };
  const pieces = [
    ...new Set(['[PAD]', '[UNK]', '[CLS]', '[SEP]', ...ASCII, ...ASCII.map((letter) => `##${letter}`), ...words.flatMap(cut).flat()]),
  ];
  return {
    pieces,
    cut,
    json: {
      version: '1.0',
      added_tokens: special(pieces, ['[PAD]', '[UNK]', '[CLS]', '[SEP]']),
      normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, strip_accents: uncased, lowercase: uncased },
      pre_tokenizer: { type: 'BertPreTokenizer' },
      post_processor: frame('[CLS]', '[SEP]', numbered(pieces)),
      decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
      model: {
        type: 'WordPiece',
        unk_token: '[UNK]',
        continuing_subword_prefix: '##',
        max_input_chars_per_word: 100,
        vocab: numbered(pieces),
      },
    },
  };
}

/** "▁Osl", "o"; after a bracket "Osl", "o". */
function cutSentencePiece(word: string): string[][] {
  const head = headOf(word);
  const tail = word.length > head.length ? [word.slice(head.length)] : [];
  return [
    [`▁${head}`, ...tail],
    [head, ...tail],
  ];
}

/** SentencePiece as in XLM-RoBERTa. */
function unigram(words: readonly string[]): Vocabulary {
  const pieces = [...new Set(['<s>', '<pad>', '</s>', '<unk>', '▁', ...ASCII, ...words.flatMap(cutSentencePiece).flat()])];
  return {
    pieces,
    cut: cutSentencePiece,
    json: {
      version: '1.0',
      added_tokens: special(pieces, ['<s>', '<pad>', '</s>', '<unk>']),
      normalizer: { type: 'NFKC' },
      pre_tokenizer: {
        type: 'Sequence',
        pretokenizers: [
          { type: 'WhitespaceSplit' },
          { type: 'Metaspace', replacement: '▁', add_prefix_space: true, prepend_scheme: 'always' },
        ],
      },
      post_processor: frame('<s>', '</s>', numbered(pieces)),
      decoder: { type: 'Metaspace', replacement: '▁', add_prefix_space: true, prepend_scheme: 'always' },
      // longer pieces are likelier than the letters they are made of
      model: { type: 'Unigram', unk_id: 3, vocab: pieces.map((piece) => [piece, piece.length > 1 && piece !== '▁' ? -2 : -10]) },
    },
  };
}

/** GPT-2's letters for bytes (also RoBERTa's): printable ones are themselves, the others follow from U+0100 on. */
const BYTE_LETTERS = (() => {
  const letters: string[] = [];
  let next = 256;
  for (let byte = 0; byte < 256; byte++) {
    const printable = (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
    letters.push(String.fromCharCode(printable ? byte : next++));
  }
  return letters;
})();
const asBytes = (word: string): string => [...Buffer.from(word, 'utf8')].map((byte) => BYTE_LETTERS[byte]).join('');

/** As in RoBERTa: "ĠOslo" is one piece, and so is "Oslo" at the beginning of a line. */
function bytePairs(words: readonly string[]): Vocabulary {
  const merges = new Set<string>();
  const merged = new Set<string>();
  for (const word of words.flatMap((word) => [` ${word}`, word])) {
    const letters = asBytes(word).split('');
    let left = letters[0] ?? '';
    for (const letter of letters.slice(1)) {
      merges.add(`${left} ${letter}`);
      left += letter;
      merged.add(left);
    }
  }
  const pieces = [...new Set(['<s>', '<pad>', '</s>', '<unk>', ...BYTE_LETTERS, ...merged])];
  return {
    pieces,
    cut: (word) => [[asBytes(` ${word}`)], [asBytes(word)]],
    json: {
      version: '1.0',
      added_tokens: special(pieces, ['<s>', '<pad>', '</s>', '<unk>']),
      normalizer: null,
      pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
      post_processor: { type: 'RobertaProcessing', sep: ['</s>', 2], cls: ['<s>', 0], trim_offsets: true, add_prefix_space: false },
      decoder: { type: 'ByteLevel', add_prefix_space: true, trim_offsets: true, use_regex: true },
      model: { type: 'BPE', unk_token: '<unk>', vocab: numbered(pieces), merges: [...merges] },
    },
  };
}

const whole = (name: string, value: number): Table => ({ name, shape: [1], values: BigInt64Array.of(BigInt(value)) });

/** Writes config.json, tokenizer.json, tokenizer_config.json and onnx/model.onnx into the folder. */
export function writeTinyModel(folder: string, { words, after = [], tokenizer = 'WordPiece', labels = LABELS }: TinyModel): void {
  const known = [...new Set([...Object.keys(words), ...after.flatMap(([before, word]) => [before, word])])];
  const make = { WordPiece: wordPiece, 'uncased WordPiece': wordPiece, Unigram: unigram, 'byte-level BPE': bytePairs }[tokenizer];
  const { pieces, json, cut } = make(known, tokenizer === 'uncased WordPiece');
  const width = labels.length;
  const number = numbered(pieces);

  const own = new Float32Array(pieces.length * width);
  const before = new Float32Array(pieces.length * width);
  const raise = (scores: Float32Array, piece: string | undefined, label: string, to: number): void => {
    const [row, column] = [number[piece ?? ''] ?? -1, labels.indexOf(label)];
    if (row < 0 || column < 0) throw new Error(`the tiny model has no piece "${piece}" or no label "${label}"`);
    scores[row * width + column] = Math.max(scores[row * width + column] ?? 0, to);
  };
  // a word's label is on its first piece; the others say "O", as in models that were taught so
  for (const piece of pieces) raise(own, piece, 'O', 6);
  for (const [word, label] of Object.entries(words)) for (const [first] of cut(word)) raise(own, first, label, 9);
  for (const [previous, word, label] of after) {
    // neither is enough alone; together they outdo what the word is elsewhere
    for (const [first] of cut(word)) raise(own, first, label, 5);
    for (const forms of cut(previous)) raise(before, forms.at(-1), label, 5);
  }
  const tables: Table[] = [
    { name: 'own', shape: [pieces.length, width], values: own },
    { name: 'before', shape: [pieces.length, width], values: before },
    { name: 'place', shape: [PLACES, width], values: new Float32Array(PLACES * width) },
    whole('zero', 0),
    whole('one', 1),
    whole('last', -1),
    whole('axis', 1),
    { name: 'nought', shape: [], values: BigInt64Array.of(0n) },
    { name: 'step', shape: [], values: BigInt64Array.of(1n) },
  ];
  const operations: Operation[] = [
    { type: 'Gather', inputs: ['own', 'input_ids'], output: 'own scores' },
    // each piece's predecessor; the first is its own
    { type: 'Slice', inputs: ['input_ids', 'zero', 'one', 'axis'], output: 'first' },
    { type: 'Slice', inputs: ['input_ids', 'zero', 'last', 'axis'], output: 'but the last' },
    { type: 'Concat', inputs: ['first', 'but the last'], output: 'predecessors', attributes: { axis: 1 } },
    { type: 'Gather', inputs: ['before', 'predecessors'], output: 'context scores' },
    // past 512 there is no place to look up, and the run fails as BERT's does
    { type: 'Shape', inputs: ['input_ids'], output: 'shape' },
    { type: 'Gather', inputs: ['shape', 'step'], output: 'length' },
    { type: 'Range', inputs: ['nought', 'length', 'step'], output: 'numbers' },
    { type: 'Gather', inputs: ['place', 'numbers'], output: 'place scores' },
    { type: 'Add', inputs: ['own scores', 'context scores'], output: 'words' },
    { type: 'Add', inputs: ['words', 'place scores'], output: 'logits' },
  ];
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  writeFileSync(
    join(folder, 'onnx', 'model.onnx'),
    writeOnnx({ inputs: ['input_ids', 'attention_mask'], output: { name: 'logits', width }, tables, operations }),
  );
  const roberta = tokenizer === 'Unigram' || tokenizer === 'byte-level BPE';
  const files = {
    'config.json': {
      model_type: roberta ? 'roberta' : 'bert',
      architectures: [roberta ? 'RobertaForTokenClassification' : 'BertForTokenClassification'],
      id2label: Object.fromEntries(labels.map((label, index) => [index, label])),
      label2id: Object.fromEntries(labels.map((label, index) => [label, index])),
      max_position_embeddings: PLACES,
      vocab_size: pieces.length,
    },
    'tokenizer.json': json,
    'tokenizer_config.json': { tokenizer_class: roberta ? 'XLMRobertaTokenizer' : 'BertTokenizer', model_max_length: 1e30 },
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(content));
}
