/** Italian wording of page furniture. */
import type { FurnitureWords } from '../furniture-words.ts';

export const furniture: FurnitureWords = {
  advertisement: {
    whole: ['pubblicità'],
    goes: ['Pubblicità'],
  },
  'read-more': {
    whole: ['leggi tutto'],
    words: { also: ['leggi anche'] },
    goes: ['Leggi anche: il sindaco smentisce', 'Leggi tutto'],
  },
  newsletter: {
    inner: [String.raw`\biscriviti\b`],
    words: { subscribe: [String.raw`iscri\p{L}+`] },
    goes: ['Iscriviti adesso'],
  },
  share: {
    whole: ['condividi'],
    goes: ['Condividi'],
  },
  'follow-us': {
    whole: ['seguici.{0,40}'],
    goes: ['Seguici su Facebook'],
  },
  comments: {
    whole: ['commenti'],
    goes: ['Commenti'],
  },
  account: {
    whole: ['accedi'],
    goes: ['Accedi'],
  },
  copyright: {
    inner: [String.raw`\btutti i diritti riservati\b`],
    goes: ['Il Corriere, tutti i diritti riservati'],
  },
  'related-heading': {
    whole: ['articoli correlati', 'leggi anche', 'potrebbe interessarti', 'i più letti'],
    goes: ['Articoli correlati', 'I più letti'],
  },
  navigation: {
    whole: ['vai al contenuto.{0,20}'],
    goes: ['Vai al contenuto principale'],
  },
  'reading-time': {
    start: [String.raw`tempo di lettura\b.{0,20}$`],
    words: { reading: ['di lettura'] },
    goes: ['5 min di lettura', 'Tempo di lettura: 4 minuti'],
  },
  'comment-entry': {
    whole: ['rispondi'],
    words: { said: ['ha detto'] },
    goes: ['Rispondi'],
  },
  legal: {
    whole: ['note legali'],
    goes: ['Note legali'],
  },
  syndication: {
    words: { source: ['fonte'] },
    goes: ['Fonte: ANSA'],
  },
  'photo-credit': {
    words: { picture: ['foto', 'immagine'] },
    goes: ['Immagine: il porto'],
  },
  byline: {
    words: { by: ['[Dd]i'] },
    goes: ['Di Anna Russo'],
  },
  timestamp: {
    words: {
      label: ['pubblicato', 'aggiornato'],
      month: ['gen', 'feb', 'mar', 'apr', 'mag', 'giu', 'lug', 'ago', 'set', 'ott', 'nov', 'dic'],
    },
    goes: ['Pubblicato 12 maggio 2025', 'Aggiornato: 12 lug 2025'],
  },
};
