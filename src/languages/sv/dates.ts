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
  relative: {
    past: [
      {
        before: 'för',
        isBeforeOptional: true,
        after: 'sedan',
        one: 'ett|en',
        minute: 'minut(?:er)?|min',
        hour: 'timm(?:e|ar)|tim',
        day: 'dag(?:ar)?|dygn',
        week: 'veck(?:a|or)',
      },
    ],
    about: String.raw`ungefär|ca\.?`,
    justNow: 'just nu',
    yesterday: 'i ?går',
    today: 'i ?dag',
    at: String.raw`kl\.?`,
  },
  labels: {
    published: 'publicerad',
    publishedRelative: 'publicerat',
    modified: 'uppdaterad',
    modifiedRelative: 'uppdaterat',
    adverb: 'senast',
    preposition: 'den',
  },
};
