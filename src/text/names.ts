/** First names and the gender they tell. Read once, at first use, from models/first-names.txt.br (sources and licences: models/README.md). */
import { brotliDecompressSync } from 'node:zlib';
import { foldName } from './fold.ts';
import { readModelFile } from '../model-files.ts';

export type Gender = 'male' | 'female';

interface FirstName {
  /** Undefined when both sexes bear it. */
  readonly gender: Gender | undefined;
  /** 0 rare, 1 usual, 2 frequent. */
  readonly frequency: number;
}

let names: ReadonlyMap<string, FirstName> | undefined;

export function firstNames(): ReadonlyMap<string, FirstName> {
  if (names !== undefined) return names;
  const text = brotliDecompressSync(readModelFile('first-names.txt.br')).toString('utf8');
  const built = new Map<string, FirstName>();
  for (const line of text.split('\n')) {
    const space = line.indexOf(' ');
    if (space < 0) continue;
    const mark = line[space + 1];
    built.set(line.slice(0, space), {
      gender: mark === 'm' ? 'male' : mark === 'f' ? 'female' : undefined,
      frequency: Number(line[space + 2]),
    });
  }
  names = built;
  return names;
}

/** The gender a full name tells by its first word: "Angela Merkel" -> female; undefined for unknown or shared names. */
export function genderOfName(name: string): Gender | undefined {
  return firstNames().get(foldName(name).split(' ')[0] ?? '')?.gender;
}
