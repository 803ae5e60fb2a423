import type { DateWords } from '../date-words.ts';

export const dates: DateWords = {
  months: [
    ['januar', 'jan'],
    ['februar', 'feb'],
    ['mars', 'mar'],
    ['april', 'apr'],
    ['mai'],
    ['juni', 'jun'],
    ['juli', 'jul'],
    ['august', 'aug'],
    ['september', 'sep'],
    ['oktober', 'okt'],
    ['november', 'nov'],
    ['desember', 'des'],
  ],
  weekdays: [
    ['mandag', 'man'],
    ['tirsdag', 'tir'],
    ['onsdag', 'ons'],
    ['torsdag', 'tor'],
    ['fredag', 'fre'],
    ['lørdag', 'lør'],
    ['søndag', 'søn'],
  ],
  relative: {
    past: [
      {
        before: 'for',
        isBeforeOptional: true,
        after: 'siden',
        one: 'ei?n?|ett?|én',
        minute: 'minutt?(?:er)?|min',
        hour: 'time(?:r)?|timar',
        day: 'dag(?:er|ar)?|døgn',
        week: 'uker?',
      },
    ],
    about: String.raw`ca\.?`,
    yesterday: 'i ?går',
    today: 'i ?dag',
    at: String.raw`kl\.?`,
  },
  labels: {
    publishedRelative: 'publisert',
    modifiedRelative: 'oppdatert',
    adverb: 'sist',
    preposition: 'den',
  },
};
