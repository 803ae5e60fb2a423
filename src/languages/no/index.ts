/** Norwegian. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';
import { sections } from './sections.ts';

export const norwegian: Language = {
  code: 'no',
  name: 'Norwegian',
  dates,
  bylines,
  sections,
};
