/** Hungarian. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';

export const hungarian: Language = {
  code: 'hu',
  name: 'Hungarian',
  dates,
  bylines,
};
