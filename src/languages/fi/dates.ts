import type { DateWords } from '../date-words.ts';

export const dates: DateWords = {
  months: [
    ['tammikuu', 'tammikuuta', 'tammi'],
    ['helmikuu', 'helmikuuta', 'helmi'],
    ['maaliskuu', 'maaliskuuta', 'maalis'],
    ['huhtikuu', 'huhtikuuta', 'huhti'],
    ['toukokuu', 'toukokuuta', 'touko'],
    ['kesäkuu', 'kesäkuuta', 'kesä'],
    ['heinäkuu', 'heinäkuuta', 'heinä'],
    ['elokuu', 'elokuuta', 'elo'],
    ['syyskuu', 'syyskuuta', 'syys'],
    ['lokakuu', 'lokakuuta', 'loka'],
    ['marraskuu', 'marraskuuta', 'marras'],
    ['joulukuu', 'joulukuuta', 'joulu'],
  ],
  weekdays: [
    ['maanantai', 'ma'],
    ['tiistai', 'ti'],
    ['keskiviikko', 'ke'],
    ['torstai', 'to'],
    ['perjantai', 'pe'],
    ['lauantai', 'la'],
    ['sunnuntai', 'su'],
  ],
  relative: {
    past: [
      {
        after: 'sitten',
        one: 'yksi',
        minute: 'minuuttia?|min',
        hour: 'tuntia?|t|h',
        day: 'päivää?|pv',
        week: 'viikkoa?|vk',
      },
    ],
    justNow: 'juuri nyt',
    yesterday: 'eilen',
    today: 'tänään',
    at: 'klo',
  },
  labels: {
    publishedRelative: 'julkaistu',
    modifiedRelative: 'päivitetty',
  },
};
