import type { DateWords } from '../date-words.ts';

export const dates: DateWords = {
  months: [
    ['styczeń', 'stycznia', 'sty'],
    ['luty', 'lutego', 'lut'],
    ['marzec', 'marca', 'mar'],
    ['kwiecień', 'kwietnia', 'kwi'],
    ['maj', 'maja'],
    ['czerwiec', 'czerwca', 'cze'],
    ['lipiec', 'lipca', 'lip'],
    ['sierpień', 'sierpnia', 'sie'],
    ['wrzesień', 'września', 'wrz'],
    ['październik', 'października', 'paź'],
    ['listopad', 'listopada', 'lis'],
    ['grudzień', 'grudnia', 'gru'],
  ],
  weekdays: [
    ['poniedziałek', 'pon'],
    ['wtorek', 'wt'],
    ['środa', 'śr'],
    ['czwartek', 'czw'],
    ['piątek', 'pt'],
    ['sobota', 'sob'],
    ['niedziela', 'niedz'],
  ],
  relative: {
    past: [
      {
        after: 'temu',
        one: 'jedn[ąa]|jeden',
        minute: 'minut[ęy]?|min',
        hour: 'godzin[ęy]?|godz',
        day: 'dzień|dni',
        week: 'tydzień|tygodni[e]?',
      },
    ],
    about: 'około',
    justNow: 'przed chwilą',
    yesterday: 'wczoraj',
    today: 'dzisiaj|dziś',
    at: 'o',
  },
  labels: {
    publishedRelative: 'opublikowano|dodano',
    modifiedRelative: 'zaktualizowano|aktualizacja',
  },
};
