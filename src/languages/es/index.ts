/** Spanish. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';

export const spanish: Language = {
  code: 'es',
  name: 'Spanish',
  dates,
};
