import type { BylineWords } from '../byline-words.ts';

export const bylines: BylineWords = {
  authorNoun: '作者|記者|记者',
};
