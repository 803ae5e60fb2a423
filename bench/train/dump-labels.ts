/** Which lines of a dump are article, read off the gold text by aligning four-token shingles. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { splitLines, type DumpLine } from '../../src/clean/dump/lines.ts';

export const DUMP_SETS = ['scrapinghub', 'fundus', 'wcxb-article'] as const;

export interface LabelledDump {
  readonly set: string;
  readonly id: string;
  readonly raw: string;
  readonly lines: readonly DumpLine[];
  /** 0..1 a line: the share of it that is gold text. */
  readonly share: readonly number[];
  /** Tokens a line has, as the scorer counts them. */
  readonly tokens: readonly number[];
  /** Lines of optional gold paragraphs: they count neither way. */
  readonly optional: readonly boolean[];
  readonly goldTokens: number;
}

interface Gold {
  readonly articleBody?: string;
  readonly text?: string;
  readonly body?: readonly string[];
}

const TOKEN = /[\p{L}\p{N}_]+/gu;
const tokensOf = (text: string): string[] => text.match(TOKEN) ?? [];
const gram = (tokens: readonly string[], at: number): string => tokens.slice(at, at + 4).join('\u0001');
const isOptional = (paragraph: string): boolean => paragraph.startsWith('[') && paragraph.endsWith(']');

export function readDumps(dataDir: string, sets: readonly string[] = DUMP_SETS): LabelledDump[] {
  return sets.flatMap((set) => {
    const folder = join(dataDir, 'extraction-text', set);
    const gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as Record<string, Gold>;
    return readdirSync(join(folder, 'text'))
      .filter((name) => name.endsWith('.txt.gz'))
      .sort()
      .map((name) => {
        const id = name.slice(0, -'.txt.gz'.length);
        return labelDump(set, id, gunzipSync(readFileSync(join(folder, 'text', name))).toString('utf8'), gold[id] ?? {});
      });
  });
}

export function labelDump(set: string, id: string, raw: string, gold: Gold): LabelledDump {
  const paragraphs = gold.body ?? [gold.articleBody ?? gold.text ?? ''];
  const wanted = tokensOf(paragraphs.map((p) => (isOptional(p) ? p.slice(1, -1) : p)).join('\n'));
  const extra = new Set(paragraphs.filter(isOptional).flatMap((p) => grams(tokensOf(p))));
  const goldGrams = new Map<string, number>();
  for (const key of grams(wanted)) {
    goldGrams.set(key, (goldGrams.get(key) ?? 0) + 1);
  }
  const lines = splitLines(raw);
  const perLine = lines.map((line) => tokensOf(line.text));
  const stream = perLine.flat();
  const hit = new Uint8Array(stream.length);
  for (let at = 0; at + 4 <= stream.length; at++) {
    if (goldGrams.has(gram(stream, at))) {
      hit.fill(1, at, at + 4);
    }
  }
  let at = 0;
  const share = perLine.map((tokens) => {
    const from = at;
    at += tokens.length;
    if (tokens.length === 0) {
      return 0;
    }
    if (tokens.length < 4) {
      return hit.subarray(from, at).reduce((sum, x) => sum + x, 0) / tokens.length;
    }
    const own = grams(tokens);
    return own.filter((key) => goldGrams.has(key)).length / own.length;
  });
  return {
    set,
    id,
    raw,
    lines,
    share: keepBestCopies(lines, perLine, share, wanted),
    tokens: perLine.map((tokens) => tokens.length),
    optional: perLine.map((tokens) => extra.size > 0 && grams(tokens).every((key) => extra.has(key)) && tokens.length >= 4),
    goldTokens: wanted.length,
  };
}

function grams(tokens: readonly string[]): string[] {
  return tokens.length < 4 ? [gram(tokens, 0)] : Array.from({ length: tokens.length - 3 }, (_, at) => gram(tokens, at));
}

/** A line that stands in the page more often than in the gold text is article only where most article is around it. */
function keepBestCopies(
  lines: readonly DumpLine[],
  perLine: readonly string[][],
  share: readonly number[],
  wanted: readonly string[],
): number[] {
  const places = new Map<string, number[]>();
  for (const [i, line] of lines.entries()) {
    if (share[i]! > 0) {
      places.set(line.text, [...(places.get(line.text) ?? []), i]);
    }
  }
  const goldText = ` ${wanted.join(' ')} `;
  const out = [...share];
  for (const group of places.values()) {
    if (group.length < 2) {
      continue;
    }
    const needle = ` ${perLine[group[0]!]!.join(' ')} `;
    const allowed = Math.max(1, goldText.split(needle).length - 1);
    const density = (i: number): number => {
      let sum = 0;
      for (let k = i - 8; k <= i + 8; k++) {
        sum += k === i ? 0 : (share[k] ?? 0) * (perLine[k]?.length ?? 0);
      }
      return sum;
    };
    for (const i of [...group].sort((a, b) => density(b) - density(a) || a - b).slice(allowed)) {
      out[i] = 0;
    }
  }
  return out;
}
