/** Which charset bytes are in: byte order mark, then validity as UTF-8, then what the page declares, then letter statistics. */
import { analyse } from 'chardet';
import { CopydeskError } from '../errors.ts';

export interface Decoded {
  /** WHATWG label, for `new TextDecoder(charset)`. */
  readonly charset: string;
  readonly text: string;
}

/** Files that are never text, by their first bytes. */
const SIGNATURES: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['ZIP (also .docx, .xlsx, .epub)', [0x50, 0x4b, 0x03, 0x04]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['gzip', [0x1f, 0x8b]],
  ['old Office (.doc, .xls)', [0xd0, 0xcf, 0x11, 0xe0]],
  ['ELF', [0x7f, 0x45, 0x4c, 0x46]],
  ['SQLite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['WebP or WAV', [0x52, 0x49, 0x46, 0x46]],
  ['Zstandard', [0x28, 0xb5, 0x2f, 0xfd]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['7-Zip', [0x37, 0x7a, 0xbc, 0xaf]],
];

/** How much is looked at for statistics, bytes. */
const SAMPLE = 64 * 1024;

/**
 * Decodes text of unknown charset.
 * @param declared a label from outside (an HTTP header); stronger than the page's own.
 * @throws CopydeskError BINARY_INPUT, BAD_ENCODING.
 */
export function decodeText(bytes: Uint8Array, declared?: string): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return decodeAs(marked, bytes, 'as its byte order mark says');
  const binary = SIGNATURES.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte));
  if (binary !== undefined) throw new CopydeskError('BINARY_INPUT', `It looks like ${binary[0]}.`);
  const wide = wideCharset(bytes);
  if (wide !== undefined) return decodeAs(wide, bytes, 'as the pattern of zero bytes says');
  refuseControls(bytes);
  const utf8 = tryDecode('utf-8', bytes);
  // Escape sequences of ISO-2022-JP are ASCII, so valid UTF-8: only there a declaration beats validity.
  const label = declared ?? declaredInPage(bytes);
  if (utf8 !== undefined && label !== 'iso-2022-jp') return { charset: 'utf-8', text: utf8 };
  if (label !== undefined && label !== 'utf-8') {
    const text = tryDecode(label, bytes);
    if (text !== undefined) return { charset: label, text };
  }
  const broken = nearlyUtf8(bytes);
  if (label === 'utf-8' || broken !== undefined) {
    throw new CopydeskError(
      'BAD_ENCODING',
      `Not valid UTF-8 at byte ${broken ?? firstInvalid(bytes)}${label === 'utf-8' ? ', which the page declares' : ''}.`,
    );
  }
  return decodeAs(likelyCharset(bytes), bytes, 'as its letters suggest');
}

/** A charset label as WHATWG names it, or undefined when there is no such charset. "latin1" is windows-1252. */
export function charsetLabel(label: string): string | undefined {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return undefined;
  }
}

function tryDecode(charset: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeAs(charset: string, bytes: Uint8Array, why: string): Decoded {
  const text = tryDecode(charset, bytes);
  if (text === undefined) throw new CopydeskError('BAD_ENCODING', `Not valid ${charset.toUpperCase()}, ${why}.`);
  return { charset, text };
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) throw new CopydeskError('BAD_ENCODING', 'UTF-32 is not read.');
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark: most characters of any news text (spaces, digits, line ends at the least) have a zero byte on one side only. */
function wideCharset(bytes: Uint8Array): string | undefined {
  const end = Math.min(bytes.length, SAMPLE) & ~1;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < end; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  const pairs = end / 2;
  if (odd > pairs * 0.1 && even * 20 < odd) return 'utf-16le';
  if (even > pairs * 0.1 && odd * 20 < even) return 'utf-16be';
  return undefined;
}

/** More than this share of control bytes is no text in any charset. */
const CONTROL_SHARE = 0.01;

function refuseControls(bytes: Uint8Array): void {
  const sample = bytes.subarray(0, SAMPLE);
  let controls = 0;
  for (const byte of sample) {
    // tab, line feed, form feed, carriage return and escape (ISO-2022) do occur in text
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b) controls += 1;
  }
  if (controls > Math.max(2, sample.length * CONTROL_SHARE)) {
    throw new CopydeskError('BINARY_INPUT', `${controls} control bytes among the first ${sample.length}.`);
  }
}

/** `<meta charset="x">`, `<meta ... content="text/html; charset=x">`, `<?xml encoding="x"?>` in the first 4 KB. */
const DECLARATION = /<(?:meta\b[^>]{0,300}?\bcharset|\?xml\b[^>]{0,200}?\bencoding)\s*=\s*["']?\s*([\w.:-]{2,40})/i;

function declaredInPage(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  const label = DECLARATION.exec(head)?.[1];
  const charset = label === undefined ? undefined : charsetLabel(label);
  // a declaration that could be read as ASCII is not in UTF-16, whatever it says (WHATWG: take UTF-8)
  return charset?.startsWith('utf-16') ? 'utf-8' : charset;
}

interface Utf8Count {
  valid: number;
  invalid: number;
  first: number;
}

/** Counts whole and broken multi-byte sequences. */
function countUtf8(bytes: Uint8Array): Utf8Count {
  const count: Utf8Count = { valid: 0, invalid: 0, first: -1 };
  for (let index = 0; index < bytes.length; index++) {
    const lead = bytes[index] as number;
    if (lead < 0x80) continue;
    const follow = lead >= 0xf5 ? 0 : lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : 0;
    let seen = 0;
    while (seen < follow && ((bytes[index + 1 + seen] ?? 0) & 0xc0) === 0x80) seen += 1;
    if (follow > 0 && seen === follow) {
      count.valid += 1;
      index += follow;
    } else {
      count.invalid += 1;
      if (count.first < 0) count.first = index;
    }
  }
  return count;
}

const firstInvalid = (bytes: Uint8Array): number => countUtf8(bytes).first;

/**
 * Damaged UTF-8 rather than another charset: many whole sequences, few broken ones. Answers the place of the first broken one.
 * In single-byte charsets whole sequences come about by accident only ("Ã©" written on purpose).
 */
function nearlyUtf8(bytes: Uint8Array): number | undefined {
  const { valid, invalid, first } = countUtf8(bytes);
  return valid >= 3 && invalid * 4 < valid ? first : undefined;
}

/** A guess of chardet below this confidence (0-100) is none. */
const LEAST_CONFIDENCE = 20;
/** By how much another charset must beat windows-1252, the web's default: on a sentence or two, Western and Central European letters look alike. */
const CLEAR_LEAD = 10;

/** With fewer letters beyond ASCII than this, statistics say nothing. */
const LEAST_LETTERS = 8;

function likelyCharset(bytes: Uint8Array): string {
  if (bytes.filter((byte) => byte >= 0x80).length < LEAST_LETTERS) return 'windows-1252';
  const guesses = analyse(bytes.subarray(0, SAMPLE)).map(({ name, confidence }) => ({ charset: charsetLabel(name), confidence }));
  const western = guesses.find(({ charset }) => charset === 'windows-1252')?.confidence ?? 0;
  for (const { charset, confidence } of guesses) {
    if (confidence < Math.max(LEAST_CONFIDENCE, western + CLEAR_LEAD)) break;
    if (charset === undefined || charset.startsWith('utf-')) continue;
    if (tryDecode(charset, bytes) !== undefined) return charset;
  }
  return 'windows-1252';
}
