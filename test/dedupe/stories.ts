/** Invented news stories and what outlets do to them. */
import { signArticle, type Signature } from '../../src/dedupe/sign.ts';
import type { SignedArticle } from '../../src/dedupe/duplicate-index.ts';

const NAMES = [
  'Alma Reyes',
  'Bjorn Falk',
  'Chidi Eze',
  'Dora Kemp',
  'Emil Hart',
  'Farah Noor',
  'Goran Vuk',
  'Hana Sato',
  'Ilse Brandt',
  'Jonas Weir',
];
const PLACES = ['Larkmoor', 'Port Senna', 'Ostwick', 'Vellby', 'Tarn Hill', 'Quorra', 'Mirebridge', 'Hollin', 'Ebbsworth', 'Duskfield'];
const THINGS = [
  ['ferry', 'harbour', 'pier', 'crew', 'engine', 'tide'],
  ['library', 'reading room', 'archive', 'shelf', 'catalogue', 'roof'],
  ['orchard', 'harvest', 'cider press', 'frost', 'blossom', 'barrel'],
  ['tramway', 'depot', 'timetable', 'driver', 'signal', 'track'],
  ['reservoir', 'dam', 'valve', 'rainfall', 'pipe', 'meter'],
  ['theatre', 'stage', 'curtain', 'orchestra', 'costume', 'ticket'],
  ['quarry', 'granite', 'blast', 'lorry', 'dust', 'permit'],
  ['brewery', 'malt', 'kettle', 'bottle', 'label', 'cellar'],
] as const;

/** Paragraphs of a story of its own: places, people, things and figures follow from the number. */
export function story(number: number): string[] {
  const thing = THINGS[number % THINGS.length] ?? THINGS[0];
  const who = NAMES[(number * 3) % NAMES.length] ?? '';
  const other = NAMES[(number * 3 + 4) % NAMES.length] ?? '';
  const where = PLACES[(number * 7 + Math.floor(number / 8)) % PLACES.length] ?? '';
  const [a, b, c, d, e, f] = thing;
  const n = 100 + number * 37;
  return [
    `Councillors in ${where} voted on Tuesday to close the old ${a} after engineers found ${n} cracks in the ${b}, a decision that ${who} called painful but overdue.`,
    `The ${c} had been patched ${3 + (number % 5)} times since 1987, according to a survey that weighed every ${d} and listed repairs worth ${n * 11} crowns against a yearly income of barely ${n * 3}.`,
    `“Nobody who has stood beside that ${e} in winter can pretend it was safe,” ${who} told a packed hall, while several visitors from nearby villages shook their heads and held up painted signs.`,
    `Opponents led by ${other} want a second opinion about the ${f} and accuse the board of hiding letters in which a supplier offered cheaper steel, longer guarantees and a crane free of charge.`,
    `Work is meant to begin before the first snow; until then guards will keep people ${20 + (number % 60)} metres away, and children from ${where} primary school have been promised a lesson about the ${a} instead of their usual outing.`,
    `${other} plans to take the quarrel to the regional court, where a similar case about the ${b} took ${2 + (number % 7)} years and ended with both sides paying for their own lawyers.`,
  ];
}

export function sign(paragraphs: readonly string[]): Signature {
  const spans: [number, number][] = [];
  let at = 0;
  for (const paragraph of paragraphs) {
    spans.push([at, at + paragraph.length]);
    at += paragraph.length + 2;
  }
  return signArticle({ headline: '', body: { text: paragraphs.join('\n\n'), paragraphs: spans } });
}

export const signed = (id: string, paragraphs: readonly string[], rest: Partial<SignedArticle> = {}): SignedArticle => ({
  id,
  signature: sign(paragraphs),
  ...rest,
});

/** The furniture that an outlet puts around everything. */
export const FURNITURE = {
  above: ['The Larkmoor Lantern', 'Home', 'News', 'Sign in to your account', 'Ann Lee, The Larkmoor Lantern'],
  below: [
    'Sign up for our newsletter and follow us on Facebook, Instagram and YouTube. Unsubscribe at any time; read our privacy policy and cookie policy.',
    'Copyright 2025 The Larkmoor Lantern. All rights reserved. This material may not be published, broadcast, rewritten or redistributed without permission.',
  ],
};

export const wrapped = (paragraphs: readonly string[]): string[] => [...FURNITURE.above, ...paragraphs, ...FURNITURE.below];

/** Furniture in words that no list holds: an invented language. */
export const STRANGE = {
  above: ['Vorlund tes mirag dolem, hest ufran tilo keb sarond plim uste grom vald.'],
  below: [
    'Pristel onda kermu vash tolin, brekta sulm ordan fi jelt narvo, kusteb rilan dom hars petul ginda wos.',
    'Moltra venk issel rabud, Tarvenko Hult Obrin sel gand 24 prul, dextra hof limbur kast enola virp sundra tak 7 molg.',
    'Quelm astor bindra, holt vex urman tilsa grov, pernid sakla moth eldrin crust vabel nor teplik ossan jurd.',
  ],
};

export const wrappedStrangely = (paragraphs: readonly string[]): string[] => [...STRANGE.above, ...paragraphs, ...STRANGE.below];
