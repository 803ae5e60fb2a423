/** Japanese wording of page furniture. */
import type { FurnitureWords } from '../furniture-words.ts';

export const furniture: FurnitureWords = {
  advertisement: {
    whole: ['広告'],
    goes: ['広告'],
  },
  share: {
    whole: ['シェア'],
    goes: ['シェア'],
  },
  'related-heading': {
    whole: ['関連記事'],
    goes: ['関連記事'],
  },
};
