/** English. */
import type { Language } from '../language.ts';
import { furniture } from './furniture.ts';
import { dates } from './dates.ts';

export const english: Language = {
  code: 'en',
  name: 'English',
  furniture,
  dates,
};
