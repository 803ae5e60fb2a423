import type { BylineWords } from '../byline-words.ts';

export const bylines: BylineWords = {
  by: 'por',
  authorNoun: 'autora?',
  weakBy: 'texto',
  letterAnd: 'e',
  particles: 'de|da|das|do|dos|e',
  smallParticles: 'de|da|dos',
};
