/** German. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';

export const german: Language = {
  code: 'de',
  name: 'German',
  dates,
};
