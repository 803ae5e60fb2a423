/** Romanian. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';

export const romanian: Language = {
  code: 'ro',
  name: 'Romanian',
  dates,
};
