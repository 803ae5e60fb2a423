import type { DateWords } from '../date-words.ts';

export const dates: DateWords = {
  months: [
    ['gennaio', 'gen'],
    ['febbraio', 'feb'],
    ['marzo', 'mar'],
    ['aprile', 'apr'],
    ['maggio', 'mag'],
    ['giugno', 'giu'],
    ['luglio', 'lug'],
    ['agosto', 'ago'],
    ['settembre', 'set'],
    ['ottobre', 'ott'],
    ['novembre', 'nov'],
    ['dicembre', 'dic'],
  ],
  weekdays: [
    ['lunedì', 'lun'],
    ['martedì', 'mar'],
    ['mercoledì', 'mer'],
    ['giovedì', 'gio'],
    ['venerdì', 'ven'],
    ['sabato', 'sab'],
    ['domenica', 'dom'],
  ],
  relative: {
    past: [
      {
        after: 'fa',
        one: "un[ao’']?",
        minute: 'minut[oi]|min',
        hour: 'or[ae]|h',
        day: 'giorn[oi]',
        week: 'settiman[ae]',
      },
    ],
    about: 'circa',
    yesterday: 'ieri',
    today: 'oggi',
    at: 'alle',
  },
  labels: {
    published: 'pubblicat[oa]',
    modified: 'aggiornat[oa]',
    modifiedRelative: 'aggiornamento',
    publishedNoun: 'data',
    modifiedStem: 'aggiorn',
    adverb: 'ultimo',
    preposition: 'il',
  },
};
