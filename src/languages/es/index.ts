/** Spanish. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';
import { sections } from './sections.ts';
import { speech } from './speech.ts';
import { nameContexts } from './name-contexts.ts';
import { names } from './names.ts';

export const spanish: Language = {
  code: 'es',
  name: 'Spanish',
  dates,
  bylines,
  sections,
  speech,
  nameContexts,
  names,
};
