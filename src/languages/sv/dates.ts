import type { DateWords } from '../date-words.ts';

export const dates: DateWords = {
  months: [
    ['januari', 'jan'],
    ['februari', 'feb'],
    ['mars'],
    ['april', 'apr'],
    ['maj'],
    ['juni'],
    ['juli'],
    ['augusti', 'aug'],
    ['september', 'sep'],
    ['oktober', 'okt'],
    ['november', 'nov'],
    ['december', 'dec'],
  ],
  weekdays: [
    ['måndag', 'mån'],
    ['tisdag', 'tis'],
    ['onsdag', 'ons'],
    ['torsdag', 'tors'],
    ['fredag', 'fre'],
    ['lördag', 'lör'],
    ['söndag', 'sön'],
  ],
};
