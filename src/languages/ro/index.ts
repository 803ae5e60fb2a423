/** Romanian. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';
import { furniture } from './furniture.ts';

export const romanian: Language = {
  code: 'ro',
  name: 'Romanian',
  dates,
  functionWords: 'de și în a la cu pe nu o că din care pentru mai este un s-a au fi ce sunt prin dar după se al ale am fost această',
  furniture,
};
