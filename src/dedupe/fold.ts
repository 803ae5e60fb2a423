/** Letters as signing sees them: lower case, no accents, one entry a UTF-16 code unit below 0x3000. */

/** Set in a table entry when the letter is a capital. */
export const UPPER = 0x8000;
export const SEPARATOR = 0;
/** Apostrophes are skipped: "don’t", "don't" and "dont" are one word. */
export const APOSTROPHE = 1;
export const FOLDED = 0x7fff;

const SIZE = 0x3000;

function entryOf(code: number): number {
  const char = String.fromCharCode(code);
  if (char === "'" || char === '’' || char === 'ʼ') return APOSTROPHE;
  if (!/[\p{L}\p{N}\p{M}]/u.test(char)) return SEPARATOR;
  const base = char.normalize('NFKD').toLowerCase().charCodeAt(0);
  const isCapital = char !== char.toLowerCase();
  return (base & FOLDED) | (isCapital ? UPPER : 0);
}

let table: Uint16Array | undefined;

/** Built at first use: some milliseconds. */
export function foldTable(): Uint16Array {
  table ??= Uint16Array.from({ length: SIZE }, (_, code) => entryOf(code));
  return table;
}

/** Code units from 0x3000 up: full-width forms fold to ASCII, other letters stay, marks separate. */
export function foldWide(code: number): number {
  if (code < 0x3040 || (code >= 0xe000 && code < 0xf900) || (code >= 0xfe10 && code < 0xff10)) return SEPARATOR;
  if (code >= 0xff10 && code <= 0xff19) return code - 0xfee0;
  if (code >= 0xff21 && code <= 0xff3a) return (code - 0xfee0 + 0x20) | UPPER;
  if (code >= 0xff41 && code <= 0xff5a) return code - 0xfee0;
  if (code >= 0xff00 && code < 0xff66) return SEPARATOR;
  return code & FOLDED || 2;
}

/** Scripts written without spaces: each sign counts as a word. */
export const isIdeograph = (code: number): boolean =>
  (code >= 0x3040 && code < 0xa000) || (code >= 0xf900 && code < 0xfb00) || (code >= 0x0e00 && code < 0x0e80);
