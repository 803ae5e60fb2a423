import type { DateWords } from '../date-words.ts';

export const dates: DateWords = {
  months: [
    ['janvier', 'janv', 'jan'],
    ['février', 'févr', 'fév'],
    ['mars'],
    ['avril', 'avr'],
    ['mai'],
    ['juin'],
    ['juillet', 'juil', 'juill'],
    ['août'],
    ['septembre', 'sept'],
    ['octobre', 'oct'],
    ['novembre', 'nov'],
    ['décembre', 'déc'],
  ],
  weekdays: [
    ['lundi', 'lun'],
    ['mardi', 'mar'],
    ['mercredi', 'mer'],
    ['jeudi', 'jeu'],
    ['vendredi', 'ven'],
    ['samedi', 'sam'],
    ['dimanche', 'dim'],
  ],
  relative: {
    past: [
      {
        before: 'il y a',
        one: 'une?',
        minute: 'minutes?|min',
        hour: 'heures?|h',
        day: 'jours?|j',
        week: 'semaines?',
      },
    ],
    about: 'environ',
    justNow: "soeben|à l[’']instant",
    yesterday: 'hier',
    isYesterdayUnsure: true,
    today: "aujourd[’']hui",
    at: 'à',
    oClock: 'h',
  },
  labels: {
    published: 'publiée?',
    modified: 'mise? à jour|modifiée?',
    publishedNoun: 'date',
    modifiedStem: 'mis à jour',
    adverb: 'dernière',
    preposition: 'le',
  },
};
