/** Czech. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';

export const czech: Language = {
  code: 'cs',
  name: 'Czech',
  dates,
};
