/** Arabic. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';
import { speech } from './speech.ts';
import { names } from './names.ts';

export const arabic: Language = {
  code: 'ar',
  name: 'Arabic',
  dates,
  bylines,
  speech,
  names,
};
