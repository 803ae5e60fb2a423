/** Polish wording of page furniture. */
import type { FurnitureWords } from '../furniture-words.ts';

export const furniture: FurnitureWords = {
  advertisement: {
    whole: ['reklama'],
    goes: ['Reklama'],
  },
  'read-more': {
    whole: ['czytaj więcej', 'więcej'],
    words: { also: ['czytaj też', 'czytaj także', 'zobacz też', 'zobacz także'] },
    goes: ['Czytaj też: burmistrz zaprzecza', 'Czytaj więcej'],
  },
  share: {
    whole: ['udostępnij'],
    goes: ['Udostępnij'],
  },
  comments: {
    whole: ['komentarze'],
    goes: ['Komentarze'],
  },
  account: {
    whole: ['zaloguj(?: się)?'],
    goes: ['Zaloguj się'],
  },
  copyright: {
    inner: [String.raw`\bwszelkie prawa zastrzeżone\b`],
    goes: ['Kurier, wszelkie prawa zastrzeżone'],
  },
  'related-heading': {
    whole: ['czytaj (?:też|także|również)', 'zobacz (?:też|także|również)'],
    goes: ['Czytaj także'],
  },
  syndication: {
    words: { source: ['źródło'] },
    goes: ['Źródło: PAP'],
  },
  'photo-credit': {
    words: { picture: ['foto', 'zdjęcie', String.raw`fot\.`] },
    goes: ['Fot. / PAP', 'Zdjęcie: port'],
  },
  tags: {
    words: { label: ['tagi'] },
    goes: ['Tagi: port'],
  },
  timestamp: {
    words: { month: ['sty', 'lut', 'mar', 'kwi', 'maj', 'cze', 'lip', 'sie', 'wrz', 'paź', 'lis', 'gru'] },
    goes: ['12 paź 2025'],
  },
};
