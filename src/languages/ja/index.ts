/** Japanese. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';

export const japanese: Language = {
  code: 'ja',
  name: 'Japanese',
  dates,
  bylines,
};
