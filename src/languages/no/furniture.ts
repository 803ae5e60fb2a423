/** Norwegian wording of page furniture. */
import type { FurnitureWords } from '../furniture-words.ts';

export const furniture: FurnitureWords = {
  advertisement: {
    whole: ['reklame', 'annonse'],
    goes: ['Annonse', 'Reklame'],
  },
  'read-more': {
    whole: ['les mer'],
    words: { also: ['les også'] },
    goes: ['Les også: ordføreren nekter', 'Les mer'],
  },
  share: {
    whole: ['del'],
    goes: ['Del'],
  },
  comments: {
    whole: ['kommentarer'],
    goes: ['Kommentarer'],
  },
  'related-heading': {
    whole: ['les også'],
    goes: ['Les også'],
  },
  newsletter: {
    words: { letter: ['nyhetsbrev'] },
    goes: ['Nyhetsbrev: anmelden'],
  },
  'photo-credit': {
    words: { picture: ['foto'] },
    goes: ['Foto: Anna Holm'],
  },
  byline: {
    words: { by: ['[Aa]v'] },
    goes: ['Av Anna Holm'],
  },
  timestamp: {
    words: { month: ['jan', 'feb', 'mar', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'des'] },
    goes: ['12 des 2025'],
  },
};
