import type { BylineWords } from '../byline-words.ts';

export const bylines: BylineWords = {
  particles: 'bin|ibn|ben|abu|bint|al|el',
  smallParticles: 'bin',
};
