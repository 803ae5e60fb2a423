import type { BylineWords } from '../byline-words.ts';

export const bylines: BylineWords = {
  by: 'von',
  authorNoun: 'autor(?:in)?|redakteur(?:in)?',
  weakBy: 'text',
  and: 'und',
  beforePlace: 'in|aus',
  roles: 'redakteur(?:in)?|korrespondent(?:in)?|reporterin|autorin|journalistin',
  organisations: 'redaktion|gmbh',
  particles: 'von|vom|zu|zur|den|der|d',
  smallParticles: 'von|der|den',
};
