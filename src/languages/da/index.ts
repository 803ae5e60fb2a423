/** Danish. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';
import { sections } from './sections.ts';

export const danish: Language = {
  code: 'da',
  name: 'Danish',
  dates,
  bylines,
  sections,
};
