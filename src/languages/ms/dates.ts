import type { DateWords } from '../date-words.ts';

export const dates: DateWords = {
  months: [
    ['januari', 'jan'],
    ['februari', 'feb'],
    ['mac'],
    ['april', 'apr'],
    ['mei'],
    ['jun'],
    ['julai', 'jul'],
    ['ogos', 'ogo'],
    ['september', 'sep'],
    ['oktober', 'okt'],
    ['november', 'nov'],
    ['disember', 'dis'],
  ],
  weekdays: [
    ['isnin', 'isn'],
    ['selasa', 'sel'],
    ['rabu', 'rab'],
    ['khamis', 'kha'],
    ['jumaat', 'jum'],
    ['sabtu', 'sab'],
    ['ahad', 'ahd'],
  ],
};
