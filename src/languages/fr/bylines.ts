import type { BylineWords } from '../byline-words.ts';

export const bylines: BylineWords = {
  by: 'par',
  authorNoun: 'auteur',
  weakBy: 'texte',
  and: 'et',
  beforePlace: 'en|à',
  roles: 'journaliste|correspondant|rédacteur',
  organisations: 'agence|rédaction',
  particles: 'de|du|des|la|le|d',
  smallParticles: 'de|la|le',
};
