/** Dutch wording of page furniture. */
import type { FurnitureWords } from '../furniture-words.ts';

export const furniture: FurnitureWords = {
  advertisement: {
    whole: ['advertentie'],
    goes: ['Advertentie'],
  },
  'read-more': {
    whole: ['lees meer'],
    words: { also: ['lees ook'] },
    goes: ['Lees ook: burgemeester ontkent', 'Lees meer'],
  },
  share: {
    whole: ['delen'],
    goes: ['Delen'],
  },
  comments: {
    whole: ['reacties'],
    goes: ['Reacties'],
  },
  'related-heading': {
    whole: ['lees ook', 'meest gelezen'],
    goes: ['Lees ook', 'Meest gelezen'],
  },
  newsletter: {
    words: { letter: ['nieuwsbrief'] },
    goes: ['Nieuwsbrief: hier abonneren'],
  },
  syndication: {
    words: { source: ['bron'] },
    goes: ['Bron: ANP'],
  },
  'photo-credit': {
    words: { picture: ['foto'] },
    goes: ['Foto: Anna Holm'],
  },
  byline: {
    words: { by: ['[Dd]oor'] },
    goes: ['Door Anna Holm'],
  },
  timestamp: {
    words: { month: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'] },
    goes: ['12 mei 2025', '3 mrt 2025'],
  },
};
