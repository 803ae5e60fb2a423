import type { DateWords } from '../date-words.ts';

export const dates: DateWords = {
  months: [
    ['leden', 'ledna', 'led'],
    ['únor', 'února', 'úno'],
    ['březen', 'března', 'bře'],
    ['duben', 'dubna', 'dub'],
    ['květen', 'května', 'kvě'],
    ['červen', 'června', 'čvn'],
    ['červenec', 'července', 'čvc'],
    ['srpen', 'srpna', 'srp'],
    ['září', 'zář'],
    ['říjen', 'října', 'říj'],
    ['listopad', 'listopadu', 'lis'],
    ['prosinec', 'prosince', 'pro'],
  ],
  weekdays: [
    ['pondělí', 'po'],
    ['úterý', 'út'],
    ['středa', 'st'],
    ['čtvrtek', 'čt'],
    ['pátek', 'pá'],
    ['sobota', 'so'],
    ['neděle', 'ne'],
  ],
  relative: {
    past: [
      {
        before: 'před',
        one: 'jednou|jedním',
        minute: 'minut(?:ou|ami)|min',
        hour: 'hodin(?:ou|ami)|hod',
        day: 'dnem|dny',
        week: 'týdn(?:em|y)',
      },
    ],
    about: 'asi',
    justNow: 'právě teď',
    yesterday: 'včera',
    today: 'dnes',
    at: 'v',
  },
  labels: {
    publishedRelative: 'publikováno|zveřejněno',
    modifiedRelative: 'aktualizováno',
  },
};
