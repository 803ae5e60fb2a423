/** Russian. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';

export const russian: Language = {
  code: 'ru',
  name: 'Russian',
  dates,
};
