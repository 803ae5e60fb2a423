import type { BylineWords } from '../byline-words.ts';

export const bylines: BylineWords = {
  letterAnd: 'i',
  particles: 'i',
};
