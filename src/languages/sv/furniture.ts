/** Swedish wording of page furniture. */
import type { FurnitureWords } from '../furniture-words.ts';

export const furniture: FurnitureWords = {
  advertisement: {
    whole: ['reklam', 'annons'],
    goes: ['Annons', 'Reklam'],
  },
  'read-more': {
    whole: ['läs mer'],
    words: { also: ['läs också', 'läs även'] },
    goes: ['Läs också: borgmästaren nekar', 'Läs mer'],
  },
  share: {
    whole: ['dela'],
    goes: ['Dela'],
  },
  comments: {
    whole: ['kommentarer'],
    goes: ['Kommentarer'],
  },
  'related-heading': {
    whole: ['läs (?:också|även|mer)'],
    goes: ['Läs också'],
  },
  newsletter: {
    words: { letter: ['nyhetsbrev'] },
    goes: ['Nyhetsbrev: anmelden'],
  },
  'photo-credit': {
    words: { picture: ['foto', 'bild'] },
    goes: ['Bild: Anna Holm'],
  },
  byline: {
    words: { by: ['[Aa]v'] },
    goes: ['Av Anna Holm'],
  },
  timestamp: {
    words: { month: ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'] },
    goes: ['12 maj 2025'],
  },
};
