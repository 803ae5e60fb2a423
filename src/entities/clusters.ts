/**
 * Word classes by the company words keep (see bench/train/entities-clusters.ts), as one hash table of 32-bit word hashes. Read once, at first use,
 * from models/entities-clusters.txt.br.
 */
import { brotliDecompressSync } from 'node:zlib';
import { hashWord } from './hash.ts';
import { readModelFile } from '../model-files.ts';

let table: ReadonlyMap<number, number> | undefined;

function classes(): ReadonlyMap<number, number> {
  if (table !== undefined) return table;
  const built = new Map<number, number>();
  const text = brotliDecompressSync(readModelFile('entities-clusters.txt.br')).toString('utf8');
  for (const line of text.split('\n')) {
    const [word, coarse, fine] = line.split(' ');
    if (word !== undefined && coarse !== undefined && fine !== undefined)
      built.set(hashWord(word), ((Number.parseInt(coarse, 36) + 1) << 12) | (Number.parseInt(fine, 36) + 1));
  }
  table = built;
  return built;
}

/** The class numbers of a word, `coarse << 12 | fine`, counted from 1; 0 for a word that has none. A word in unusual capitals takes those of its usual form. */
export function classesOf(word: string): number {
  const held = classes();
  const plain = /\d/.test(word) ? word.replace(/\d/g, '0') : word;
  const found = held.get(hashWord(plain));
  if (found !== undefined) return found;
  const lower = plain.toLowerCase();
  if (lower === plain) return 0;
  return held.get(hashWord(lower)) ?? held.get(hashWord(lower.slice(0, 1).toUpperCase() + lower.slice(1))) ?? 0;
}
