import type { BylineWords } from '../byline-words.ts';

export const bylines: BylineWords = {
  by: 'av',
  and: 'och',
  particles: 'av|af',
};
