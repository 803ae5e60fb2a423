/** Korean wording of page furniture. */
import type { FurnitureWords } from '../furniture-words.ts';

export const furniture: FurnitureWords = {
  advertisement: {
    whole: ['광고'],
    goes: ['광고'],
  },
  share: {
    whole: ['공유'],
    goes: ['공유'],
  },
  'related-heading': {
    whole: ['관련 기사'],
    goes: ['관련 기사'],
  },
};
