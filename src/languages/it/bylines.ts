import type { BylineWords } from '../byline-words.ts';

export const bylines: BylineWords = {
  by: 'di',
  letterAnd: 'e',
  roles: 'giornalista|inviato',
  organisations: 'redazione',
  particles: 'di|del|della|da|d',
  smallParticles: 'di|del|da',
};
