import type { BylineWords } from '../byline-words.ts';

export const bylines: BylineWords = {
  authorNoun: '記者',
};
