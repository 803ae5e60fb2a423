/** Romanian wording of page furniture. */
import type { FurnitureWords } from '../furniture-words.ts';

export const furniture: FurnitureWords = {
  'read-more': {
    words: { also: ['citește și'] },
    goes: ['Citește și: primarul neagă'],
  },
};
