import type { DateWords } from '../date-words.ts';

export const dates: DateWords = {
  months: [
    ['januar', 'jan'],
    ['februar', 'feb'],
    ['marts', 'mar'],
    ['april', 'apr'],
    ['maj'],
    ['juni', 'jun'],
    ['juli', 'jul'],
    ['august', 'aug'],
    ['september', 'sep'],
    ['oktober', 'okt'],
    ['november', 'nov'],
    ['december', 'dec'],
  ],
  weekdays: [
    ['mandag', 'man'],
    ['tirsdag', 'tirs'],
    ['onsdag', 'ons'],
    ['torsdag', 'tors'],
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
        one: 'e[nt]|én|ét',
        minute: 'minut(?:ter)?|min',
        hour: 'time(?:r)?',
        day: 'dag(?:e)?|døgn',
        week: 'uger?',
      },
    ],
    about: String.raw`ca\.?`,
    yesterday: 'i ?går',
    today: 'i ?dag',
    at: String.raw`kl\.?`,
  },
  labels: {
    publishedRelative: 'publiceret',
    modifiedRelative: 'opdateret',
    adverb: 'sidst',
    preposition: 'den',
  },
};
