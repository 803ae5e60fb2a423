import type { DateWords } from '../date-words.ts';

export const dates: DateWords = {
  months: [
    ['ianuarie', 'ian'],
    ['februarie', 'feb'],
    ['martie', 'mar'],
    ['aprilie', 'apr'],
    ['mai'],
    ['iunie', 'iun'],
    ['iulie', 'iul'],
    ['august', 'aug'],
    ['septembrie', 'sept'],
    ['octombrie', 'oct'],
    ['noiembrie', 'nov'],
    ['decembrie', 'dec'],
  ],
  weekdays: [['luni', 'lun'], ['marți', 'mar'], ['miercuri', 'mie'], ['joi'], ['vineri', 'vin'], ['sâmbătă', 'sâm'], ['duminică', 'dum']],
  relative: {
    past: [
      {
        before: 'acum',
        one: 'o',
        minute: '(?:de )?minute?|min',
        hour: '(?:de )?or[ăe]',
        day: '(?:de )?zi(?:le)?',
        week: 'săptămân[ăi]',
      },
    ],
    yesterday: 'ieri',
    today: 'azi',
    at: 'la',
  },
  labels: {
    publishedRelative: 'publicat',
    modifiedRelative: 'actualizat',
  },
};
