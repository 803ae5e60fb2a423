import type { BylineWords } from '../byline-words.ts';

export const bylines: BylineWords = {
  authorNoun: 'автор',
  letterAnd: 'и',
};
