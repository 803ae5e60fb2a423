import type { BylineWords } from '../byline-words.ts';

export const bylines: BylineWords = {
  by: 'door',
  authorNoun: 'auteur',
  roles: 'redacteur',
  organisations: 'redactie',
  particles: 'van|de|den|der|ter|ten',
  smallParticles: 'van|de|der|den',
};
