/** Arabic wording of page furniture. */
import type { FurnitureWords } from '../furniture-words.ts';

export const furniture: FurnitureWords = {
  advertisement: {
    whole: ['إعلان'],
    goes: ['إعلان'],
  },
  'related-heading': {
    whole: ['اقرأ أيضا'],
    goes: ['اقرأ أيضا'],
  },
};
