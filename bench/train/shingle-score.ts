/** The shingle F1 of the extraction benchmarks, for use while training: mean precision and mean recall over documents, then F1. */
import { readFileSync } from 'node:fs';

interface Gold {
  readonly articleBody?: string;
  readonly text?: string;
  readonly body?: readonly string[];
}

export interface ShingleScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly empty: number;
  readonly pages: readonly { readonly id: string; readonly p: number; readonly r: number; readonly f: number }[];
}

const TOKEN = /[\p{L}\p{N}_]+/gu;

function shingles(text: string): Map<string, number> {
  const tokens = text.match(TOKEN) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at < Math.max(1, tokens.length - 3); at++) {
    const window = tokens.slice(at, at + 4);
    if (window.length > 0) {
      const key = window.join('\u0001');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

const isOptional = (paragraph: string): boolean => paragraph.startsWith('[') && paragraph.endsWith(']');

/** Optional paragraphs are wrapped in brackets: scored with and without all of them, the better counts. */
function variants(gold: Gold): string[] {
  if (gold.body === undefined) {
    return [gold.articleBody ?? gold.text ?? ''];
  }
  const full = gold.body.map((p) => (isOptional(p) ? p.slice(1, -1) : p)).join('\n\n');
  return gold.body.some(isOptional) ? [full, gold.body.filter((p) => !isOptional(p)).join('\n\n')] : [full];
}

export function scoreShingles(goldFile: string, predictions: readonly { id: string; text: string }[]): ShingleScore {
  const gold = JSON.parse(readFileSync(goldFile, 'utf8')) as Record<string, Gold>;
  let precision = 0;
  let recall = 0;
  let empty = 0;
  const pages: { id: string; p: number; r: number; f: number }[] = [];
  for (const { id, text } of predictions) {
    const found = shingles(text);
    const size = [...found.values()].reduce((sum, n) => sum + n, 0);
    const scores = variants(gold[id] ?? {}).map((variant) => {
      let common = 0;
      let wanted = 0;
      for (const [key, n] of shingles(variant)) {
        wanted += n;
        common += Math.min(n, found.get(key) ?? 0);
      }
      const p = common / Math.max(1, size);
      const r = common / Math.max(1, wanted);
      return { p, r, f: p + r > 0 ? (2 * p * r) / (p + r) : 0 };
    });
    const best = scores.reduce((a, b) => (b.f > a.f ? b : a));
    precision += best.p;
    recall += best.r;
    empty += size === 0 ? 1 : 0;
    pages.push({ id, ...best });
  }
  const p = precision / Math.max(1, predictions.length - empty);
  const r = recall / Math.max(1, predictions.length);
  return { precision: p, recall: r, f1: p + r > 0 ? (2 * p * r) / (p + r) : 0, empty, pages };
}
