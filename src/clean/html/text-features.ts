/** What a block's own words say: length, signs, furniture, and how much of them other parts of the page repeat. */
import { wordBounds } from '../../text/letters.ts';
import { parseByline } from '../metadata/byline.ts';
import { wordKey } from '../metadata/headline.ts';
import type { Block } from './blocks.ts';
import { furnitureOf, type PageContext } from './prose.ts';

/** Furniture families that are features of their own. */
export const FAMILIES = [
  'share',
  'newsletter',
  'read-more',
  'related-heading',
  'copyright',
  'byline',
  'timestamp',
  'photo-credit',
  'credit',
  'comments',
  'donation',
  'tags',
  'author-bio',
  'syndication',
  'follow-us',
  'account',
] as const;

export const TEXT_NAMES = [
  'words',
  'chars',
  'linkShare',
  'strongShare',
  'wordLength',
  'ends',
  'endsColon',
  'startsUpper',
  'digitShare',
  'upperShare',
  'commas',
  'sentences',
  'quotes',
  'bars',
  'lines',
  'question',
  'lowerShare',
  'time',
  'image',
  'furnitureSure',
  'furnitureMaybe',
  'byline',
  'headlineLike',
  'descriptionLike',
  'copies',
  'firstPerson',
  'bodyShare',
  'ellipsis',
  'shouted',
  'captionNamed',
  'topicShare',
  'headlineWords',
  'cohesion',
  ...FAMILIES.map((family) => `family:${family}`),
] as const;

/** Character counts of a text, in one pass. */
interface Marks {
  digits: number;
  upper: number;
  lower: number;
  commas: number;
  sentences: number;
  quotes: number;
  bars: number;
  lines: number;
  question: boolean;
}

const isLetterCode = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && code < 0x2000) ||
  code > 0x2e80;

function markText(text: string): Marks {
  const marks: Marks = { digits: 0, upper: 0, lower: 0, commas: 0, sentences: 0, quotes: 0, bars: 0, lines: 0, question: false };
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isLetterCode(code)) {
      if (!inWord) {
        const letter = text[at] ?? '';
        if (letter !== letter.toLowerCase()) marks.upper++;
        else if (letter !== letter.toUpperCase()) marks.lower++;
        inWord = true;
      }
      continue;
    }
    inWord = false;
    if (code >= 48 && code <= 57) marks.digits++;
    else if (code === 10) marks.lines++;
    else if (code > 32) markSign(marks, text, at, code);
  }
  return marks;
}

function markSign(marks: Marks, text: string, at: number, code: number): void {
  const sign = text[at] ?? '';
  if (code === 63) marks.question = true;
  if (',;،、'.includes(sign)) marks.commas++;
  else if ('.!?。！？'.includes(sign)) {
    const next = text.charCodeAt(at + 1);
    if (Number.isNaN(next) || next <= 32 || code > 0x3000) marks.sentences++;
    else if ('"”’)'.includes(text[at + 1] ?? ' ') && !(text.charCodeAt(at + 2) > 32)) marks.sentences++;
  } else if ('"“”«»„'.includes(sign)) marks.quotes++;
  else if ('|•·›»→'.includes(sign)) marks.bars++;
}

/** A text that others are compared with: its words, pairs and runs of three. */
interface Reference {
  readonly words: ReadonlySet<number>;
  readonly pairs: ReadonlySet<number>;
  readonly runs: ReadonlySet<number>;
}

/** Numbers of words below this make numbers of pairs and of runs that stay exact. */
const BASE = 2 ** 17;
const pairOf = (a: number, b: number): number => a * BASE + b;
const runOf = (a: number, b: number, c: number): number => (a * BASE + b) * BASE + c;

/** Words of this length carry a topic, in any language that parts words. */
const TOPIC_LETTERS = 5;

/** The different words of a page, each with a number. */
class Vocabulary {
  private readonly numbers = new Map<string, number>();
  readonly isLong: boolean[] = [];

  get size(): number {
    return this.isLong.length;
  }

  /** Words of a text that is in lower case. */
  read(lower: string): number[] {
    const bounds = wordBounds(lower);
    const words: number[] = [];
    for (let at = 0; at < bounds.length; at += 2) {
      const word = lower.slice(bounds[at], bounds[at + 1]);
      let number = this.numbers.get(word);
      if (number === undefined) {
        number = this.isLong.push(word.length >= TOPIC_LETTERS) - 1;
        this.numbers.set(word, number);
      }
      words.push(number);
    }
    return words;
  }

  reference(text: string | undefined): Reference | undefined {
    if (text === undefined || text === '') return undefined;
    const words = this.read(text.toLowerCase());
    const pairs = new Set<number>();
    const runs = new Set<number>();
    for (let at = 0; at + 1 < words.length; at++) {
      pairs.add(pairOf(words[at] ?? 0, words[at + 1] ?? 0));
      if (at + 2 < words.length) runs.add(runOf(words[at] ?? 0, words[at + 1] ?? 0, words[at + 2] ?? 0));
    }
    return { words: new Set(words), pairs, runs };
  }
}

/** Share of a text's three-word runs that a reference has; shorter texts are looked up whole. */
function shareIn(words: readonly number[], reference: Reference | undefined): number {
  if (reference === undefined || words.length === 0) return 0;
  if (words.length === 1) return reference.words.has(words[0] ?? 0) ? 1 : 0;
  if (words.length === 2) return reference.pairs.has(pairOf(words[0] ?? 0, words[1] ?? 0)) ? 1 : 0;
  let hits = 0;
  for (let at = 2; at < words.length; at++) {
    // The third word is asked for first: of most texts no word is in the reference.
    if (!reference.words.has(words[at] ?? 0)) at += 2;
    else if (reference.runs.has(runOf(words[at - 2] ?? 0, words[at - 1] ?? 0, words[at] ?? 0))) hits++;
  }
  return hits / (words.length - 2);
}

/** "wp-caption-text", "media__caption"; not "captioned-story". */
const CAPTION_NAME = /(?:^|[\s_-])(?:fig)?caption(?:$|[\s_-])/iu;

export const isCaptionNamed = (block: Block): boolean => CAPTION_NAME.test(block.scope.element.attribs['class'] ?? '');

/** All capitals, and more than a label: "MAYOR REFUSES TO RESIGN". */
export const isShouted = (block: Block): boolean =>
  block.words >= 4 && !/[a-z]/.test(block.text) && block.text === block.text.toUpperCase() && block.text !== block.text.toLowerCase();

/** Whether a text ends its sentence: a stop or a closing mark, and more closing marks. "Yes.”" does, "Yes" does not. */
function ends(text: string): boolean {
  for (let at = text.length - 1; at >= 0; at--) {
    const sign = text[at] ?? '';
    if ('.!?…。！？।"”»)'.includes(sign)) return true;
    if (!"'’]".includes(sign)) return false;
  }
  return false;
}

/** Whether a text is cut short: "…", "... ]". */
function isCutShort(text: string): boolean {
  const last = text.at(-1);
  const rest = (last === ']' || last === ')' ? text.slice(0, -1) : text).trimEnd();
  return rest.endsWith('…') || rest.endsWith('...');
}

const isAsciiWord = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 95;
const FIRST_PERSON = new Set(['you', 'your', 'we', 'our', 'us']);

/** Whether a text in lower case speaks to the reader or of the writers. Words are runs of ASCII letters, digits and underscores. */
function isFirstPerson(lower: string): boolean {
  let start = -1;
  for (let at = 0; at <= lower.length; at++) {
    if (at < lower.length && isAsciiWord(lower.charCodeAt(at))) {
      if (start < 0) start = at;
      continue;
    }
    const length = at - start;
    if (start >= 0 && length >= 2 && length <= 4 && FIRST_PERSON.has(lower.slice(start, at))) return true;
    start = -1;
  }
  return false;
}

/** Fills the columns of TEXT_NAMES, from column 0. `prose` says of each block whether it is running prose. */
export function measureText(context: PageContext, prose: readonly boolean[], rows: readonly Float32Array[]): void {
  const { blocks } = context;
  const keys = blocks.map((block) => wordKey(block.text.slice(0, 400)));
  const copies = new Map<string, number>();
  for (const key of keys) copies.set(key, (copies.get(key) ?? 0) + 1);

  const vocabulary = new Vocabulary();
  const body = vocabulary.reference(context.articleBody);
  const headline = vocabulary.reference(context.headline);
  const description = vocabulary.reference(context.description);
  const headlineKey = wordKey(context.headline);
  const topicOf = (text: string): ReadonlySet<number> =>
    new Set(vocabulary.read(text.toLowerCase()).filter((word) => vocabulary.isLong[word] === true));
  const topic = topicOf(`${context.headline} ${context.description ?? ''}`);
  const headlineTopic = topicOf(context.headline);
  const lowers = blocks.map((block) => block.text.toLowerCase());
  const tokens = lowers.map((lower) => vocabulary.read(lower));
  /** In how many blocks of prose a long word stands, and the last block in which it was counted. */
  const spread = new Int32Array(vocabulary.size);
  const counted = new Int32Array(vocabulary.size).fill(-1);
  for (const [index, list] of tokens.entries()) {
    if (prose[index] !== true) continue;
    for (const word of list) {
      if (counted[word] === index || vocabulary.isLong[word] !== true) continue;
      counted[word] = index;
      spread[word] = (spread[word] ?? 0) + 1;
    }
  }
  counted.fill(-1);

  for (const [index, block] of blocks.entries()) {
    const row = rows[index] ?? new Float32Array();
    const { text } = block;
    const chars = Math.max(1, text.length);
    const words = Math.max(1, block.words);
    const lower = lowers[index] ?? '';
    const own = tokens[index] ?? [];
    let long = 0;
    let onTopic = 0;
    let ofHeadline = 0;
    let shared = 0;
    const others = prose[index] === true ? 1 : 0;
    for (const word of own) {
      if (vocabulary.isLong[word] !== true) continue;
      long++;
      if (topic.has(word)) onTopic++;
      if ((spread[word] ?? 0) > others) shared++;
      if (counted[word] !== index && headlineTopic.has(word)) ofHeadline++;
      counted[word] = index;
    }
    const furniture = furnitureOf(block);
    const marks = markText(text);
    let at = 0;
    const put = (value: number): void => {
      row[at++] = value;
    };
    put(block.words);
    put(text.length);
    put(block.linkChars / chars);
    put(block.strongChars / chars);
    put(text.length / words);
    put(ends(text) ? 1 : 0);
    put(text.endsWith(':') || text.endsWith('：') ? 1 : 0);
    put(/^["“”‘'«„([]?\p{Lu}/u.test(text) ? 1 : 0);
    put(marks.digits / chars);
    put(marks.upper / words);
    put(marks.commas / words);
    put(marks.sentences);
    put(marks.quotes / words);
    put(marks.bars);
    put(marks.lines);
    put(marks.question ? 1 : 0);
    put(marks.lower / words);
    put(block.holds.has('time') || block.datetime !== undefined ? 1 : 0);
    put(block.holds.has('img') ? 1 : 0);
    put(furniture?.anywhere === true ? 1 : 0);
    put(furniture !== undefined && !furniture.anywhere ? 1 : 0);
    put(block.words <= 25 && parseByline(text) !== undefined ? 1 : 0);
    put(headlineKey === '' ? 0 : keys[index] === headlineKey ? 2 : block.words <= 60 ? shareIn(own, headline) : 0);
    put(block.words <= 120 ? shareIn(own, description) : 0);
    put(Math.min(9, copies.get(keys[index] ?? '') ?? 1));
    put(isFirstPerson(lower) ? 1 : 0);
    put(body === undefined ? -1 : shareIn(own, body));
    put(isCutShort(text) ? 1 : 0);
    put(isShouted(block) ? 1 : 0);
    put(isCaptionNamed(block) ? 1 : 0);
    put(long === 0 ? -1 : onTopic / long);
    put(headlineTopic.size === 0 ? -1 : ofHeadline / headlineTopic.size);
    put(long === 0 ? -1 : shared / long);
    for (const family of FAMILIES) put(furniture?.rule === family ? 1 : 0);
  }
}
