/** From tagged token ranges to names: titles and possessives off, descriptors kept. */
import type { Entity } from '../article.ts';
import { foldName } from '../text/fold.ts';
import { STATE_SHORT } from './facts/states.ts';
import type { Mention, NamedSpan, NameType } from './mention.ts';
import { nameTables } from './name-tables.ts';
import { descriptorAfter, descriptorBefore, nameStart } from './titles.ts';
import type { Tokens } from './tokens.ts';
import { isCapital } from './tokens.ts';

/** A tagged run of tokens, end exclusive. */
export interface TaggedRange {
  readonly from: number;
  readonly to: number;
  readonly type: NameType;
  /** Set where the words around it say what it is (works.ts). */
  readonly kind?: Entity['kind'] | undefined;
}

/** Token ranges of character spans: a token that a span touches belongs to it. Spans that overlap one before are left out. */
export function rangesOf(tokens: Tokens, spans: readonly NamedSpan[]): TaggedRange[] {
  const ranges: TaggedRange[] = [];
  let index = 0;
  for (const { start, end, type } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    while (index < tokens.count && (tokens.end[index] ?? 0) <= start) index++;
    let to = index;
    while (to < tokens.count && (tokens.start[to] ?? 0) < end) to++;
    if (to > index && index >= (ranges.at(-1)?.to ?? 0)) ranges.push({ from: index, to, type });
  }
  return ranges;
}

export function toMentions(text: string, tokens: Tokens, ranges: readonly TaggedRange[]): Mention[] {
  const mentions: Mention[] = [];
  for (const range of ranges) {
    const mention = toMention(text, tokens, range);
    if (mention !== undefined) mentions.push(mention);
  }
  return mentions;
}

function toMention(text: string, tokens: Tokens, range: TaggedRange): Mention | undefined {
  let { from, to } = range;
  while (to > from && /^(?:['’]s|['’"“”.,:;()-])$/iu.test(tokens.words[to - 1] ?? '')) to--;
  while (from < to && /^["'’“”.,:;()-]$/u.test(tokens.words[from] ?? '')) from++;
  // "Manhattan Beach, Calif.-based": the stop is part of the short form, unless it ends the sentence
  if (
    range.type === 'LOC' &&
    STATE_SHORT.test(tokens.words[to - 1] ?? '') &&
    tokens.words[to] === '.' &&
    tokens.opensSentence[to + 1] !== 1
  )
    to++;
  if (range.type !== 'PER' && /^the$/i.test(tokens.words[from] ?? '') && to - from > 1) from++;
  if (range.type === 'PER') from = nameStart(tokens, from, to);
  if (from >= to) return undefined;
  const start = tokens.start[from] ?? 0;
  const end = tokens.end[to - 1] ?? 0;
  const surface = text.slice(start, end);
  if (!/\p{L}/u.test(surface)) return undefined;
  const descriptors: string[] = [];
  let gender: Mention['gender'];
  let isFamily = false;
  if (range.type === 'PER') {
    const before = descriptorBefore(tokens, from);
    if (before !== undefined) {
      descriptors.push(sliceTokens(text, tokens, before));
      gender = genderOf(tokens, before);
    }
    const after = descriptorAfter(tokens, to);
    if (after !== undefined) {
      descriptors.push(sliceTokens(text, tokens, after));
      gender ??= genderOf(tokens, after);
    }
    isFamily = to - from === 1 && /^\p{Lu}.+s$/u.test(surface) && /^the$/i.test(tokens.words[from - 1] ?? '') && before === undefined;
  }
  return {
    start,
    end,
    text: surface,
    folded: foldName(surface).replace(/^the /, ''),
    type: range.type,
    kind: range.kind,
    from,
    to,
    descriptors,
    gender,
    isFamily,
  };
}

function sliceTokens(text: string, tokens: Tokens, [from, to]: readonly [number, number]): string {
  return text.slice(tokens.start[from], tokens.end[to - 1]).replace(/\s+/g, ' ');
}

function genderOf(tokens: Tokens, [from, to]: readonly [number, number]): Mention['gender'] {
  for (let index = to - 1; index >= from; index--) {
    const gender = nameTables().titleGender.get((tokens.words[index] ?? '').toLowerCase().replace('.', ''));
    if (gender !== undefined) return gender;
  }
  return undefined;
}

/** Acronyms that stand next to their long name, one of them in brackets: "Associated Press (AP)", "AP (Associated Press)". Long form first. */
export function bracketedAcronyms(tokens: Tokens, mentions: readonly Mention[]): [long: Mention, short: Mention][] {
  const pairs: [Mention, Mention][] = [];
  for (const [index, first] of mentions.entries()) {
    const second = mentions[index + 1];
    if (second === undefined || tokens.words[first.to] !== '(' || second.from !== first.to + 1 || tokens.words[second.to] !== ')') continue;
    const [long, short] = first.to - first.from > 1 ? [first, second] : [second, first];
    if (long.to - long.from > 1 && short.to - short.from === 1 && /^[\p{L}\p{N}&.-]{2,12}$/u.test(short.text) && isCapital(short.text[0]))
      pairs.push([long, short]);
  }
  return pairs;
}
