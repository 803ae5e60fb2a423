import type { DateWords } from '../date-words.ts';

export const dates: DateWords = {
  months: [
    ['január', 'januára', 'jan'],
    ['február', 'februára', 'feb'],
    ['marec', 'marca', 'mar'],
    ['apríl', 'apríla', 'apr'],
    ['máj', 'mája'],
    ['jún', 'júna'],
    ['júl', 'júla'],
    ['august', 'augusta', 'aug'],
    ['september', 'septembra', 'sep'],
    ['október', 'októbra', 'okt'],
    ['november', 'novembra', 'nov'],
    ['december', 'decembra', 'dec'],
  ],
  weekdays: [
    ['pondelok', 'po'],
    ['utorok', 'ut'],
    ['streda', 'st'],
    ['štvrtok', 'št'],
    ['piatok', 'pi'],
    ['sobota', 'so'],
    ['nedeľa', 'ne'],
  ],
  relative: {
    past: [
      {
        before: 'pred',
        one: 'jednou|jedným',
        minute: 'minút(?:ou|ami)|min',
        hour: 'hodin(?:ou|ami)|hod',
        day: 'dňom|dňami',
        week: 'týždň(?:om|ami)',
      },
    ],
    about: 'asi',
    yesterday: 'včera',
    today: 'dnes',
    at: 'o',
  },
};
