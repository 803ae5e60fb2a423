/** Turkish wording of page furniture. */
import type { FurnitureWords } from '../furniture-words.ts';

export const furniture: FurnitureWords = {
  advertisement: {
    whole: ['reklam'],
    goes: ['Reklam'],
  },
};
