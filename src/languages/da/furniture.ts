/** Danish wording of page furniture. */
import type { FurnitureWords } from '../furniture-words.ts';

export const furniture: FurnitureWords = {
  advertisement: {
    whole: ['reklame'],
    goes: ['Reklame'],
  },
  'read-more': {
    whole: ['læs mere'],
    words: { also: ['læs også'] },
    goes: ['Læs også: borgmesteren afviser', 'Læs mere'],
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
    whole: ['læs også'],
    goes: ['Læs også'],
  },
  newsletter: {
    words: { letter: ['nyhedsbrev'], subscribe: ['tilmeld'] },
    goes: ['Nyhedsbrev: tilmeld dig'],
  },
  'photo-credit': {
    words: { picture: ['foto'] },
    goes: ['Foto: Anna Holm'],
  },
  byline: {
    words: { by: ['[Aa]f'] },
    goes: ['Af Anna Holm'],
  },
  timestamp: {
    words: { month: ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'] },
    goes: ['12 maj 2025'],
  },
};
