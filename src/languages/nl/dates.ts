import type { DateWords } from '../date-words.ts';

export const dates: DateWords = {
  months: [
    ['januari', 'jan'],
    ['februari', 'feb'],
    ['maart', 'mrt'],
    ['april', 'apr'],
    ['mei'],
    ['juni', 'jun'],
    ['juli', 'jul'],
    ['augustus', 'aug'],
    ['september', 'sep', 'sept'],
    ['oktober', 'okt'],
    ['november', 'nov'],
    ['december', 'dec'],
  ],
  weekdays: [
    ['maandag', 'ma'],
    ['dinsdag', 'di'],
    ['woensdag', 'wo'],
    ['donderdag', 'do'],
    ['vrijdag', 'vr'],
    ['zaterdag', 'za'],
    ['zondag', 'zo'],
  ],
  relative: {
    past: [
      {
        after: 'geleden',
        one: 'een|één',
        minute: 'minuut|minuten|min',
        hour: 'uur|uren',
        day: 'dag(?:en)?',
        week: 'week|weken',
      },
    ],
    about: String.raw`rund|ca\.?`,
    justNow: 'zojuist',
    yesterday: 'gisteren',
    today: 'vandaag',
    at: 'om',
  },
  labels: {
    published: 'gepubliceerd|geplaatst',
    modified: 'bijgewerkt',
    publishedNoun: 'datum',
    adverb: 'laatst',
    preposition: 'op',
  },
};
