/**
 * A quotation as it is compared across articles. Marks, case, contractions and spelling conventions are folded; where an outlet left words
 * out ("…", "[sic]", "We need it," he said, "because …") the wording has a gap, so that a trimmed variant is found inside the fuller one.
 * Fingerprints are winnowed word shingles (Schleimer, Wilkerson, Aiken, SIGMOD 2003).
 */
import { createHash } from 'node:crypto';
import type { NewsRecord, Quotation } from '../../article.ts';
import { foldName } from '../../text/fold.ts';
import { currentLexicon } from '../lexicon.ts';

/** Changes whenever the same quotation would get another wording: stored statements are then made again. */
export const STATEMENTS_VERSION = 1;

export interface Wording {
  /** "sta_" and 24 hex digits of speaker and text: the same words by the same speaker are the same wording everywhere. */
  readonly id: string;
  /** Folded surname or name of the speaker; empty when the text does not name one. */
  readonly speaker: string;
  /** Folded words, one blank between them, " | " where words may be missing. */
  readonly text: string;
  readonly words: number;
  /** Signed 32-bit, ascending. All keys of a wording are also keys of any wording that contains it. Empty: too short to be found inside others. */
  readonly keys: readonly number[];
}

/** One place where a wording stands. */
export interface Utterance {
  /** Id of the quotation inside its article; of the first piece of a broken sentence. */
  readonly quotation: string;
  readonly place: 'body' | 'headline';
  /** As the outlet gives it; pieces are joined by " … ". */
  readonly text: string;
  /** Name of the speaker as the article gives it. */
  readonly speaker: string | undefined;
  readonly entity: string | undefined;
  readonly wording: Wording;
}

/** A single word is no statement. */
const MIN_WORDS = 2;
/** A longer one is a document; it would also outgrow what Postgres can index. */
const MAX_WORDS = 1000;
/** Shorter wordings are the same statement only when they are equal, by the same named speaker: "not happy" stands inside too many sentences. */
const MIN_CONTAINED = 5;
const SHINGLE = 3;
/** Of this many shingles in a row one is kept, so any run of SHINGLE + WINDOW - 1 = 4 shared words shares a key. */
const WINDOW = 2;
/** Wordings of one article at most; a page of ten thousand marks is no news article. */
const MAX_WORDINGS = 1000;

const GAP = /\[[^\]]{0,200}\]|…|\.{3,}|\*{2,}/g;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** "It’s [sic] 2,000 — “done”!" -> "it is | 2000 done" */
export function foldWords(text: string): string {
  let folded = text.toLowerCase().replace(/[’‘ʼ`´]/g, "'");
  for (const [pattern, plain] of currentLexicon().foldings) folded = folded.replace(pattern, plain);
  return folded
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .split(GAP)
    .map((part) => foldName(part.replace(CJK, ' $& ')))
    .filter((part) => part !== '')
    .join(' | ');
}

const ROMAN = /^[ivx]+$/;

/** People by surname ("Volodymyr Zelenskyy" and "Zelensky" agree), others by their whole name. */
export function speakerKey(name: string, kind: 'person' | 'other'): string {
  const words = foldName(name).split(' ');
  const { generations, nameArticles } = currentLexicon();
  while (words.length > 1 && (generations.has(words.at(-1) ?? '') || ROMAN.test(words.at(-1) ?? ''))) words.pop();
  if (kind === 'other') return words.filter((word) => !nameArticles.has(word)).join(' ');
  return words.at(-1)!.replace(/(?:iy|yy|ii|i|y)$/, 'y');
}

function hash(words: readonly string[], from: number): number {
  let h = 0x811c9dc5;
  for (let k = from; k < from + SHINGLE; k++) {
    const word = words[k]!;
    for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
    h = Math.imul(h ^ 0x20, 0x01000193);
  }
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) | 0;
}

function fingerprint(text: string): number[] {
  const keys = new Set<number>();
  for (const part of text.split(' | ')) {
    const words = part.split(' ');
    for (let i = 0; i + SHINGLE + WINDOW - 1 <= words.length; i++) keys.add(Math.min(hash(words, i), hash(words, i + 1)));
  }
  return [...keys].sort((a, b) => a - b);
}

/** @returns undefined for what is no statement: a single word, or few words of nobody known. */
export function wordingOf(text: string, speaker: string): Wording | undefined {
  const folded = foldWords(text);
  const words = folded.split(' ').filter((word) => word !== '|' && word !== '').length;
  if (words < MIN_WORDS || words > MAX_WORDS) return undefined;
  const keys = words < MIN_CONTAINED ? [] : fingerprint(folded);
  if (keys.length === 0 && speaker === '') return undefined;
  const id = `sta_${createHash('sha256').update(`${speaker}\n${folded}`).digest('hex').slice(0, 24)}`;
  return { id, speaker, text: folded, words, keys };
}

type Quoting = Pick<NewsRecord, 'quotations' | 'headlineQuotations' | 'entities' | 'body'>;

/** Every marked quotation of a record with its wording; the pieces of one broken sentence are one. Reported speech without marks has no words of its own. */
export function utterancesOf(record: Quoting): Utterance[] {
  const kinds = new Map(record.entities.map(({ id, kind }) => [id, kind]));
  const keyOf = ({ speaker }: Quotation): string => {
    const kind = speaker?.entity === undefined ? undefined : kinds.get(speaker.entity);
    return speaker === null || kind === undefined ? '' : speakerKey(speaker.name, kind === 'person' ? 'person' : 'other');
  };
  const found: Utterance[] = [];
  const add = (pieces: readonly Quotation[], place: Utterance['place']): void => {
    const first = pieces[0]!;
    const key = keyOf(first);
    const say = (text: string, at: Utterance['place']): void => {
      const wording = wordingOf(text, key);
      if (wording !== undefined)
        found.push({ quotation: first.id, place: at, text, speaker: first.speaker?.name, entity: first.speaker?.entity, wording });
    };
    say(pieces.map(({ text }) => text).join(' … '), place);
    if (first.headline !== undefined) say(first.headline.text, 'headline');
  };
  for (const pieces of brokenSentences(record).slice(0, MAX_WORDINGS)) add(pieces, 'body');
  for (const quotation of (record.headlineQuotations ?? []).slice(0, MAX_WORDINGS))
    if (quotation.kind !== 'indirect') add([quotation], 'headline');
  return found;
}

/** Marked quotations; those that go on in mid-sentence ("We need it," he said, "because it works.") together. */
function brokenSentences({ quotations, body }: Quoting): Quotation[][] {
  const groups: Quotation[][] = [];
  for (const quotation of quotations) {
    if (quotation.kind === 'indirect') continue;
    const last = groups.at(-1);
    const previous = last?.at(-1);
    const goesOn =
      previous !== undefined &&
      previous.speaker?.name === quotation.speaker?.name &&
      /[,\p{L}–—-]$/u.test(previous.text) &&
      /^\P{L}*\p{Ll}/u.test(quotation.text) &&
      previous.kind === 'direct' &&
      quotation.span[0] - previous.span[1] < 120 &&
      !body.text.slice(previous.span[1], quotation.span[0]).includes('\n');
    if (goesOn) last!.push(quotation);
    else groups.push([quotation]);
  }
  return groups;
}

/** Are the words of `part` in `whole`, in order, each run of them unbroken? */
export function contains(whole: string, part: string): boolean {
  const padded = ` ${whole} `;
  let at = 0;
  for (const run of part.split(' | ')) {
    const found = padded.indexOf(` ${run} `, at);
    if (found < 0) return false;
    at = found + run.length + 1;
  }
  return true;
}
