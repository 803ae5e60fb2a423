/**
 * Packs the n-grams of ELD (npm `eld`, database "small", Apache-2.0) for src/text/language-model.ts.
 *   npm run train:language [-- --out models/language.bin.br]
 * Deterministic. ELD spells the bytes of UTF-8 above 0x7f with characters of its own dictionary; here they become bytes again.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { keyOf, packModel } from '../../src/text/language-model.ts';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'models/language.bin.br' } } });

/** The package exports its detector only: its tables are read by their place beside it. */
const place = (file: string): string => new URL(file, import.meta.resolve('eld/small')).href;
const { ngramsData } = (await import(place('../ngrams/small.js'))) as {
  ngramsData: { languages: Record<string, string>; ngrams: Record<string, Record<string, number>> };
};
const { dictionary } = (await import(place('../dictionary.js'))) as { dictionary: string[] };
const { avgScore } = (await import(place('../avgScore.js'))) as { avgScore: Record<string, number> };

const byteOf = new Map<string, number>();
for (const [byte, character] of dictionary.entries()) if (byte >= 0x80 && character !== ' ') byteOf.set(character, byte);

const entries = Object.entries(ngramsData.ngrams).map(([ngram, scores]) => {
  const bytes = Uint8Array.from(ngram, (character) => byteOf.get(character) ?? character.charCodeAt(0));
  return { key: keyOf(bytes, 0, bytes.length, false, false), scores: Object.entries(scores) };
});
entries.sort((a, b) => a.key - b.key);
for (const [index, { key }] of entries.entries()) if (key === entries[index - 1]?.key) throw new Error(`two n-grams of one key: ${key}`);

const starts = new Uint32Array(entries.length + 1);
for (const [index, { scores }] of entries.entries()) starts[index + 1] = starts[index]! + scores.length;
const codes = Object.values(ngramsData.languages);
const packed = packModel({
  codes,
  averages: codes.map((code) => avgScore[code] ?? 0.78),
  keys: Float64Array.from(entries, ({ key }) => key),
  starts,
  languages: Uint8Array.from(entries.flatMap(({ scores }) => scores.map(([language]) => Number(language)))),
  scores: Uint8Array.from(entries.flatMap(({ scores }) => scores.map(([, score]) => score))),
});
writeFileSync(values.out, packed);
const { license, version } = JSON.parse(readFileSync(fileURLToPath(place('../../package.json')), 'utf8')) as Record<string, string>;
console.log(`${entries.length} n-grams, ${starts.at(-1)} scores, ${packed.length} bytes; eld ${version} (${license})`);
