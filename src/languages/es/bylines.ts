import type { BylineWords } from '../byline-words.ts';

export const bylines: BylineWords = {
  by: 'por',
  authorNoun: 'autora?',
  weakBy: 'texto',
  letterAnd: 'y|e',
  beforePlace: 'en',
  roles: 'redactora?|periodista|corresponsal',
  organisations: 'redacción',
  particles: 'de|del|la|el|y|e',
  smallParticles: 'de|del|la',
};
