/** Danish. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';
import { sections } from './sections.ts';
import { furniture } from './furniture.ts';

export const danish: Language = {
  code: 'da',
  name: 'Danish',
  dates,
  bylines,
  sections,
  functionWords:
    'og i det er på som en for af til at med den har de ikke om et han men var jeg sig fra vi så kan når år under også efter eller nu sin der ved mod skal skulle kommer ud får være havde alle andre meget',
  furniture,
};
