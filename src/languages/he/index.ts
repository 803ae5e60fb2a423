/** Hebrew. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';

export const hebrew: Language = {
  code: 'he',
  name: 'Hebrew',
  dates,
};
