/** Where the words were said: a platform, a statement, an interview, a briefing. Read from the attributing sentence, quoted words left out. */
import { lexicon } from './lexicon.ts';
import { tokenAt, type Sentence, type Token } from './tokens.ts';

export function mediumOf(tokens: readonly Token[], sentence: Sentence, cue: number): string | undefined {
  const words: string[] = [];
  for (let k = Math.max(sentence.from, cue - 25); k < Math.min(sentence.to, cue + 30); k++) {
    const token = tokenAt(tokens, k);
    if (token.kind === 'quote') words.push('“”');
    else if (token.kind === 'possessive' && words.length > 0) words[words.length - 1] += "'s";
    else words.push(token.text);
  }
  const outer = words.join(' ');
  if (!lexicon.anyMedium.test(outer)) return undefined;
  const platform = lexicon.platform.exec(outer);
  if (platform !== null) return platform.slice(1).find((name) => name !== undefined);
  return lexicon.media.find(({ pattern }) => pattern.test(outer))?.medium;
}
