import type { BylineWords } from '../byline-words.ts';

export const bylines: BylineWords = {
  by: 'av',
  and: 'og',
  particles: 'av|af',
};
