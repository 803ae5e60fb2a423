/** Norwegian. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';
import { sections } from './sections.ts';
import { furniture } from './furniture.ts';

export const norwegian: Language = {
  code: 'no',
  name: 'Norwegian',
  dates,
  bylines,
  sections,
  functionWords:
    'og i det er på som en for av til å med at den har de ikke om et han men var jeg seg fra vi så kan når år under også etter eller nå sin der ved mot skal skulle kommer ut får være hadde alle andre mye',
  furniture,
};
