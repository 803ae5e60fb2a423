/** What a block's own words say: length, signs, furniture, and how much of them other parts of the page repeat. */
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

const tokensOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** A text that others are compared with: its three-word runs, and its words in a row for the lookup of shorter ones. */
interface Reference {
  readonly runs: ReadonlySet<string>;
  readonly flat: string;
}

function referenceOf(text: string | undefined): Reference | undefined {
  if (text === undefined || text === '') return undefined;
  const tokens = tokensOf(text);
  const runs = new Set<string>();
  for (let at = 0; at + 3 <= tokens.length; at++) runs.add(`${tokens[at]} ${tokens[at + 1]} ${tokens[at + 2]}`);
  return { runs, flat: ` ${tokens.join(' ')} ` };
}

/** Share of a text's three-word runs that a reference has; shorter texts are looked up whole. */
function shareIn(tokens: readonly string[], reference: Reference | undefined): number {
  if (reference === undefined || tokens.length === 0) return 0;
  if (tokens.length < 3) return reference.flat.includes(` ${tokens.join(' ')} `) ? 1 : 0;
  let hits = 0;
  for (let at = 0; at + 3 <= tokens.length; at++) if (reference.runs.has(`${tokens[at]} ${tokens[at + 1]} ${tokens[at + 2]}`)) hits++;
  return hits / (tokens.length - 2);
}

/** Words this long carry a topic, in any language that parts words. */
const TOPIC_LETTERS = 5;

/** "wp-caption-text", "media__caption"; not "captioned-story". */
const CAPTION_NAME = /(?:^|[\s_-])(?:fig)?caption(?:$|[\s_-])/iu;

export const isCaptionNamed = (block: Block): boolean => CAPTION_NAME.test(block.scope.element.attribs['class'] ?? '');

/** All capitals, and more than a label: "MAYOR REFUSES TO RESIGN". */
export const isShouted = (block: Block): boolean =>
  block.words >= 4 && block.text === block.text.toUpperCase() && block.text !== block.text.toLowerCase();

/** Fills the columns of TEXT_NAMES, from column 0. `prose` says of each block whether it is running prose. */
export function measureText(context: PageContext, prose: readonly boolean[], rows: readonly Float32Array[]): void {
  const { blocks } = context;
  const keys = blocks.map((block) => wordKey(block.text.slice(0, 400)));
  const copies = new Map<string, number>();
  for (const key of keys) copies.set(key, (copies.get(key) ?? 0) + 1);

  const tokens = blocks.map((block) => tokensOf(block.text));
  const topicWords = tokens.map((list) => list.filter((word) => word.length >= TOPIC_LETTERS));
  /** In how many blocks of prose a word stands. */
  const spread = new Map<string, number>();
  for (const [index, list] of topicWords.entries())
    if (prose[index] === true) for (const word of new Set(list)) spread.set(word, (spread.get(word) ?? 0) + 1);
  const body = referenceOf(context.articleBody);
  const headline = referenceOf(context.headline);
  const description = referenceOf(context.description);
  const headlineKey = wordKey(context.headline);
  const topic = new Set(tokensOf(`${context.headline} ${context.description ?? ''}`).filter((word) => word.length >= TOPIC_LETTERS));
  const headlineTopic = new Set(tokensOf(context.headline).filter((word) => word.length >= TOPIC_LETTERS));

  for (const [index, block] of blocks.entries()) {
    const row = rows[index] ?? new Float32Array();
    const { text } = block;
    const chars = Math.max(1, text.length);
    const words = Math.max(1, block.words);
    const own = tokens[index] ?? [];
    const long = topicWords[index] ?? [];
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
    put(/[.!?…。！？।"”»)]['"”’)\]]*$/u.test(text) ? 1 : 0);
    put(/[:：]$/u.test(text) ? 1 : 0);
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
    put(/\b(?:you|your|we|our|us)\b/iu.test(text) ? 1 : 0);
    put(body === undefined ? -1 : shareIn(own, body));
    put(/(?:…|\.\.\.)\s*[\])]?$/u.test(text) ? 1 : 0);
    put(isShouted(block) ? 1 : 0);
    put(isCaptionNamed(block) ? 1 : 0);
    put(long.length === 0 ? -1 : long.filter((word) => topic.has(word)).length / long.length);
    put(headlineTopic.size === 0 ? -1 : new Set(long.filter((word) => headlineTopic.has(word))).size / headlineTopic.size);
    const others = prose[index] === true ? 1 : 0;
    put(long.length === 0 ? -1 : long.filter((word) => (spread.get(word) ?? 0) > others).length / long.length);
    for (const family of FAMILIES) put(furniture?.rule === family ? 1 : 0);
  }
}
