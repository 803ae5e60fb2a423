/** Hungarian. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';

export const hungarian: Language = {
  code: 'hu',
  name: 'Hungarian',
  dates,
};
