import type { BylineWords } from '../byline-words.ts';

export const bylines: BylineWords = {
  by: 'af',
  and: 'og',
  particles: 'af',
};
