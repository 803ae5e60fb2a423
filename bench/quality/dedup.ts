/**
 * Clusters of the de-duplication benchmark: one JSON line {id, cluster} for each document, in order of arrival.
 * Run: node bench/quality/dedup.ts DATA.jsonl.gz OUT.jsonl [--shuffle SEED]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { clusterText } from '../../src/dedupe/cluster-stream.ts';
import { MemoryIndex } from '../../src/dedupe/memory-index.ts';

export interface Line {
  readonly id: string;
  readonly text: string;
  readonly outlet?: string | null;
}

export function readLines(file: string): Line[] {
  const bytes = readFileSync(file);
  const text = file.endsWith('.gz') ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

/** Another order of arrival (mulberry32, Fisher-Yates). */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const result = [...items];
  let state = seed >>> 0;
  for (let index = result.length - 1; index > 0; index -= 1) {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    const other = ((mixed ^ (mixed >>> 14)) >>> 0) % (index + 1);
    [result[index], result[other]] = [result[other] as T, result[index] as T];
  }
  return result;
}

export function clusterLines(lines: readonly Line[]): { id: string; cluster: string }[] {
  const index = new MemoryIndex();
  for (const { id, text, outlet } of lines) clusterText({ id, text, outlet: outlet ?? undefined }, index);
  return lines.map(({ id }) => ({ id, cluster: index.clusterOf(id) ?? id }));
}

export function predictClusters(dataFile: string, outFile: string, shuffleSeed?: number): void {
  const lines = readLines(dataFile);
  const clusters = clusterLines(shuffleSeed === undefined ? lines : shuffled(lines, shuffleSeed));
  writeFileSync(outFile, `${clusters.map((line) => JSON.stringify(line)).join('\n')}\n`);
}

if (import.meta.main) {
  const [dataFile, outFile, flag, seed] = process.argv.slice(2);
  if (dataFile === undefined || outFile === undefined) throw new Error('usage: dedup.ts DATA.jsonl[.gz] OUT.jsonl [--shuffle SEED]');
  predictClusters(dataFile, outFile, flag === '--shuffle' ? Number(seed) : undefined);
}
