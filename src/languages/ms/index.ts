/** Malay. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';

export const malay: Language = {
  code: 'ms',
  name: 'Malay',
  dates,
};
