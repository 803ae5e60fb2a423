/** English. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';
import { speech } from './speech.ts';

export const english: Language = {
  code: 'en',
  name: 'English',
  dates,
  speech,
};
