/** Turkish. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';

export const turkish: Language = {
  code: 'tr',
  name: 'Turkish',
  dates,
};
