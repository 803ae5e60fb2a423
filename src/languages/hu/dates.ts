import type { DateWords } from '../date-words.ts';

export const dates: DateWords = {
  months: [
    ['január', 'jan'],
    ['február', 'febr'],
    ['március', 'márc'],
    ['április', 'ápr'],
    ['május', 'máj'],
    ['június', 'jún'],
    ['július', 'júl'],
    ['augusztus', 'aug'],
    ['szeptember', 'szept'],
    ['október', 'okt'],
    ['november', 'nov'],
    ['december', 'dec'],
  ],
  weekdays: [
    ['hétfő', 'h'],
    ['kedd', 'k'],
    ['szerda', 'sze'],
    ['csütörtök', 'cs'],
    ['péntek', 'p'],
    ['szombat', 'szo'],
    ['vasárnap', 'v'],
  ],
  relative: {
    past: [
      {
        after: 'ezelőtt',
        one: 'egy',
        minute: 'perccel',
        hour: 'órával',
        day: 'nappal',
        week: 'héttel',
      },
    ],
  },
};
