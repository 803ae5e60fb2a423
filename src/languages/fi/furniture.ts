/** Finnish wording of page furniture. */
import type { FurnitureWords } from '../furniture-words.ts';

export const furniture: FurnitureWords = {
  advertisement: {
    whole: ['mainos'],
    goes: ['Mainos'],
  },
  'read-more': {
    whole: ['lue lisää'],
    words: { also: ['lue myös'] },
    goes: ['Lue myös: pormestari kiistää', 'Lue lisää'],
  },
  share: {
    whole: ['jaa'],
    goes: ['Jaa'],
  },
  'related-heading': {
    whole: ['lue myös'],
    goes: ['Lue myös'],
  },
  'photo-credit': {
    words: { picture: ['kuva'] },
    goes: ['Kuva: Anna Holm'],
  },
};
