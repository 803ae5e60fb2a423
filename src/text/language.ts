/** Which language a text is in, for choosing word lists. Everything that uses it must also work for `und`. */
import { guessLanguage } from './language-model.ts';

export interface DetectedLanguage {
  /** ISO 639-1, or `und` when the text is too short or undecided. Indonesian is reported as its close relative `ms`. */
  readonly code: string;
  /** 0..1: the share of the sampled text that agrees, lowered when the detector itself is unsure. */
  readonly confidence: number;
}

const UNDECIDED: DetectedLanguage = { code: 'und', confidence: 0 };
/** The detector reads at most about 350 bytes of what it is given, so one long text is sampled in pieces of this many UTF-16 units. */
const PIECE = 240;
const MAX_PIECES = 6;
/** Below this many letters a guess is worth little. */
const MIN_LETTERS = 12;

/**
 * Votes over pieces of the longest lines: menus and name lists are short lines, often in another language than the prose.
 * Cost is bounded by the sampling; the text is only scanned for its longest lines. Never throws.
 *
 * @example detectLanguage('Der Bundestag hat am Donnerstag über den Haushalt beraten.').code // 'de'
 */
export function detectLanguage(text: string): DetectedLanguage {
  const votes = new Map<string, number>();
  let asked = 0;
  for (const piece of samplePieces(text)) {
    const letters = piece.match(/\p{L}/gu)?.length ?? 0;
    if (letters < MIN_LETTERS) {
      continue;
    }
    asked += letters;
    const { code, isReliable } = guessLanguage(piece);
    if (code !== undefined) {
      votes.set(code, (votes.get(code) ?? 0) + letters * (isReliable ? 1 : 0.5));
    }
  }
  let best: [string, number] | undefined;
  for (const vote of votes) {
    if (best === undefined || vote[1] > best[1]) {
      best = vote;
    }
  }
  return best === undefined ? UNDECIDED : { code: best[0], confidence: Math.round((best[1] / asked) * 100) / 100 };
}

/** Pieces from the longest lines, in order of length; the first pieces of a long line come one after the other. */
function samplePieces(text: string): string[] {
  const lines: { start: number; length: number }[] = [];
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    insertLongest(lines, { start, length: end - start });
    start = end + 1;
  }
  const pieces: string[] = [];
  for (let round = 0; pieces.length < MAX_PIECES && lines.some((line) => line.length > round * PIECE); round++) {
    for (const line of lines) {
      const from = line.start + round * PIECE;
      if (line.length > round * PIECE && pieces.length < MAX_PIECES) {
        pieces.push(text.slice(from, Math.min(from + PIECE, line.start + line.length)));
      }
    }
  }
  return pieces;
}

function insertLongest(longest: { start: number; length: number }[], line: { start: number; length: number }): void {
  let at = longest.length;
  while (at > 0 && longest[at - 1]!.length < line.length) {
    at--;
  }
  if (at < MAX_PIECES) {
    longest.splice(at, 0, line);
    longest.length = Math.min(longest.length, MAX_PIECES);
  }
}
