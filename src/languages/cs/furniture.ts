/** Czech wording of page furniture. */
import type { FurnitureWords } from '../furniture-words.ts';

export const furniture: FurnitureWords = {
  advertisement: {
    whole: ['reklama'],
    goes: ['Reklama'],
  },
  'read-more': {
    words: { also: ['přečtěte si'] },
    goes: ['Přečtěte si: starosta to popírá'],
  },
};
