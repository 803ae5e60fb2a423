/**
 * Words and sentences of a body for the tagger. One pass over the characters, linear in their number.
 *
 * A token is a word, a number, a URL or a punctuation mark. Kept whole: "U.S.", "Mr.", "O'Brien", "AT&T", "Jean-Claude", "3,000.5".
 * Split: a possessive ("Kyiv" + "'s"), a hyphen between a name and a plain word ("US" + "-" + "based", "anti" + "-" + "Trump"), and a
 * hyphen between two short forms in capitals ("EU" + "-" + "US").
 */

export interface Tokens {
  readonly count: number;
  /** UTF-16 offsets into the text, end exclusive. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly words: readonly string[];
  /** 1 where a sentence, heading or list item begins. */
  readonly opensSentence: Uint8Array;
}

const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof rev fr hon st jr sr gen lt col sgt maj capt cmdr cpl adm brig gov sen rep reps sens pres supt insp messrs ' +
    'inc corp ltd co bros jan feb mar apr jun jul aug sep sept oct nov dec no vs mt ft ave blvd rd dept univ assn atty'
  ).split(' '),
);

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const SPACE = 3;
const WIDE_LETTER = /[\p{L}\p{M}]/u;
const WIDE_DIGIT = /\p{Nd}/u;
const WIDE_SPACE = /[\s\u200b\u200e\u200f\ufeff]/u;
const table = new Uint8Array(0x10000).fill(255);

/** Class of the UTF-16 unit at `index`; half of a surrogate pair counts as a letter when the pair is one. */
function classAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  const known = table[unit] ?? OTHER;
  if (known !== 255) return known;
  if (unit >= 0xd800 && unit <= 0xdfff) {
    const point = text.codePointAt(unit >= 0xdc00 && index > 0 ? index - 1 : index) ?? unit;
    return point > 0xffff && WIDE_LETTER.test(String.fromCodePoint(point)) ? LETTER : OTHER;
  }
  const character = String.fromCharCode(unit);
  const found = WIDE_SPACE.test(character) ? SPACE : WIDE_LETTER.test(character) ? LETTER : WIDE_DIGIT.test(character) ? DIGIT : OTHER;
  table[unit] = found;
  return found;
}

const isWord = (kind: number): boolean => kind === LETTER || kind === DIGIT;
const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019 || unit === 0x2bc;
const isHyphen = (unit: number): boolean => unit === 0x2d || unit === 0x2010 || unit === 0x2011;
const isCloser = (word: string): boolean => /^["'’”»)\]]+$/u.test(word);
const isStop = (word: string): boolean => /^(?:[.!?…。！？]+)$/u.test(word);

export function isCapital(character: string | undefined): boolean {
  return character !== undefined && character !== character.toLowerCase();
}

/** A line break ends the sentence unless it wraps running text: the line is long and has no end mark. */
function breaksLine(text: string, lineStart: number, lineEnd: number, next: number): boolean {
  if (next >= text.length) return true;
  if (lineEnd - lineStart < 45) return true;
  return /[.!?:;"”’')\]…]/u.test(text[lineEnd - 1] ?? '') || /[-•*\d"“'‘([]/u.test(text[next] ?? '');
}

/** End of the word that begins at `from`: letters and digits with the inner marks that belong to them. */
function wordEnd(text: string, from: number): number {
  const length = text.length;
  const limit = Math.min(length, from + LONGEST_TOKEN);
  let index = from;
  while (index < limit) {
    if (isWord(classAt(text, index))) {
      index++;
      continue;
    }
    const unit = text.charCodeAt(index);
    const before = index > from ? classAt(text, index - 1) : OTHER;
    const after = index + 1 < length ? classAt(text, index + 1) : SPACE;
    if (isApostrophe(unit) && before === LETTER && after === LETTER) {
      const tail = text.charCodeAt(index + 1) | 0x20;
      const beyond = index + 2 < length ? classAt(text, index + 2) : SPACE;
      if (tail === 0x73 && !isWord(beyond)) break; // the possessive
      index++;
      continue;
    }
    if (unit === 0x2e) {
      const single = index - from === 1 || (index - from >= 2 && text.charCodeAt(index - 2) === 0x2e);
      if (before === LETTER && single && isCapital(text[index - 1])) {
        if (after === LETTER && isCapital(text[index + 1])) {
          const beyond = index + 2 < length ? text.charCodeAt(index + 2) : 0x20;
          if (beyond === 0x2e || !isWord(index + 2 < length ? classAt(text, index + 2) : SPACE)) {
            index++;
            continue;
          }
          return index + 1;
        }
        return index + 1;
      }
      if (before === LETTER && ABBREVIATIONS.has(text.slice(from, index).toLowerCase()) && isCapital(text[from]) && after !== LETTER)
        return index + 1;
      if (before === DIGIT && after === DIGIT) {
        index++;
        continue;
      }
      // "afrol.com" stays whole, "end.The" does not
      if (before === LETTER && after === LETTER && !isCapital(text[index + 1]) && index - from > 1) {
        index++;
        continue;
      }
      break;
    }
    if (unit === 0x2c && before === DIGIT && after === DIGIT) {
      index++;
      continue;
    }
    if (unit === 0x26 && before === LETTER && after === LETTER && isCapital(text[index - 1]) && isCapital(text[index + 1])) {
      index++;
      continue;
    }
    if (isHyphen(unit) && isWord(before) && isWord(after)) {
      index++;
      continue;
    }
    break;
  }
  return index;
}

/** "US-based", "Moscow-backed", "Oscar-winning": what may follow the hyphen after a name without belonging to it. */
const TAIL =
  /^(?:\p{Ll}{2,}(?:ed|ing)|based|led|born|run|owned|built|held|made|style|wide|like|era|type|class|bound|area|only|centric|friendly|loyal|allied|month|old|year|day|day-old|long|first|free|ready|level|language|turned|to|and|in|cum|elect|designate|select|linked|brokered|funded)$/u;
/** "anti-Trump", "pro-Russian", "mid-March", "ex-President"; not "al-Qaida". */
const PREFIX =
  /^(?:anti|pro|non|ex|pre|post|mid|trans|ultra|un|neo|inter|intra|cross|self|then|early|late|now|vice|co|sub|super|semi|counter|sino|franco|russo|anglo|afro|indo|euro)$/iu;

/** Where a hyphenated word is cut: offsets of the hyphens that stand between a name and something else. "Ching-te" and "al-Qaida" stay whole. */
function hyphenCuts(word: string): number[] {
  const cuts: number[] = [];
  let partStart = 0;
  for (let index = 1; index < word.length - 1; index++) {
    if (!isHyphen(word.charCodeAt(index))) continue;
    let partEnd = index + 1;
    while (partEnd < word.length && !isHyphen(word.charCodeAt(partEnd))) partEnd++;
    const left = word.slice(partStart, index);
    const right = word.slice(index + 1, partEnd);
    const leftCapital = isCapital(left[0]);
    const rightCapital = isCapital(right[0]);
    if (leftCapital && rightCapital) {
      if ((isShortForm(left) || isShortForm(right)) && /\p{L}/u.test(right)) cuts.push(index);
    } else if ((leftCapital && (TAIL.test(right) || isShortForm(left)) && /\p{L}/u.test(right)) || (rightCapital && PREFIX.test(left)))
      cuts.push(index);
    partStart = index + 1;
  }
  return cuts;
}

/** "EU", "US", "U.S" but not "Jean" or "X". */
function isShortForm(part: string): boolean {
  return part.length >= 2 && part.length <= 5 && part === part.toUpperCase() && /^[\p{Lu}.]+$/u.test(part);
}

/** Longest token kept whole, UTF-16 units; a longer run (base64, minified script) is cut so that later work per token stays bounded. */
const LONGEST_TOKEN = 200;

export function tokenize(text: string): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const words: string[] = [];
  const opens: number[] = [];
  let pendingBreak = true;
  let sawStop = false;
  let spaceBefore = true;
  let lineStart = 0;

  const push = (start: number, end: number): void => {
    const word = text.slice(start, end);
    const closer = isCloser(word);
    let opensHere = pendingBreak;
    if (!opensHere && sawStop && spaceBefore && !(closer && word !== '"' && word !== "'")) opensHere = !/^\p{Ll}/u.test(word);
    starts.push(start);
    ends.push(end);
    words.push(word);
    opens.push(opensHere ? 1 : 0);
    pendingBreak = false;
    if (isStop(word)) sawStop = true;
    else if (!closer) sawStop = false;
    spaceBefore = false;
  };

  let index = 0;
  while (index < text.length) {
    const kind = classAt(text, index);
    if (kind === SPACE) {
      const unit = text.charCodeAt(index);
      if (unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029) {
        let next = index;
        let breaks = 0;
        while (next < text.length && classAt(text, next) === SPACE) {
          const space = text.charCodeAt(next);
          if (space === 0x0a || (space === 0x0d && text.charCodeAt(next + 1) !== 0x0a)) breaks++;
          next++;
        }
        if (breaks > 1 || breaksLine(text, lineStart, index, next)) pendingBreak = true;
        lineStart = next;
        index = next;
      } else index++;
      spaceBefore = true;
      continue;
    }
    if (isWord(kind)) {
      let end = wordEnd(text, index);
      if (text.startsWith('://', end) || /^www\.$/i.test(text.slice(index, index + 4))) {
        while (end < text.length && end - index < LONGEST_TOKEN && classAt(text, end) !== SPACE) end++;
      }
      if (end - index > LONGEST_TOKEN) end = index + LONGEST_TOKEN;
      const word = text.slice(index, end);
      const cuts = word.includes('-') || word.includes('‐') || word.includes('‑') ? hyphenCuts(word) : [];
      let from = index;
      for (const cut of cuts) {
        push(from, index + cut);
        push(index + cut, index + cut + 1);
        from = index + cut + 1;
      }
      push(from, end);
      index = end;
      continue;
    }
    const unit = text.charCodeAt(index);
    const afterS = index + 2 < text.length ? classAt(text, index + 2) : SPACE;
    if (isApostrophe(unit) && (text.charCodeAt(index + 1) | 0x20) === 0x73 && index > 0 && !isWord(afterS)) {
      push(index, index + 2);
      index += 2;
      continue;
    }
    let end = index + 1;
    if (unit === 0x2e || unit === 0x2d || unit === 0x2a || unit === 0x5f || unit === 0x3d)
      while (end < text.length && text.charCodeAt(end) === unit && end - index < LONGEST_TOKEN) end++;
    push(index, end);
    index = end;
  }
  return {
    count: words.length,
    start: Int32Array.from(starts),
    end: Int32Array.from(ends),
    words,
    opensSentence: Uint8Array.from(opens),
  };
}
