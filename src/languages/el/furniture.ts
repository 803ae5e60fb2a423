/** Greek wording of page furniture. */
import type { FurnitureWords } from '../furniture-words.ts';

export const furniture: FurnitureWords = {
  advertisement: {
    whole: ['διαφήμιση'],
    goes: ['Διαφήμιση'],
  },
  'read-more': {
    words: { also: ['διαβάστε επίσης'] },
    goes: ['Διαβάστε επίσης: ο δήμαρχος αρνείται'],
  },
};
