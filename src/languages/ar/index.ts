/** Arabic. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';

export const arabic: Language = {
  code: 'ar',
  name: 'Arabic',
  dates,
};
