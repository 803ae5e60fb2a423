/** Hungarian wording of page furniture. */
import type { FurnitureWords } from '../furniture-words.ts';

export const furniture: FurnitureWords = {
  'read-more': {
    words: { also: ['olvasd el'] },
    goes: ['Olvasd el: a polgármester tagad'],
  },
};
