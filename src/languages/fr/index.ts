/** French. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';

export const french: Language = {
  code: 'fr',
  name: 'French',
  dates,
};
