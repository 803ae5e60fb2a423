/** Spanish. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';
import { sections } from './sections.ts';

export const spanish: Language = {
  code: 'es',
  name: 'Spanish',
  dates,
  bylines,
  sections,
};
