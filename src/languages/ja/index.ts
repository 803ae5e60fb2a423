/** Japanese. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';
import { furniture } from './furniture.ts';

export const japanese: Language = {
  code: 'ja',
  name: 'Japanese',
  dates,
  bylines,
  furniture,
};
