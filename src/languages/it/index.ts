/** Italian. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';
import { sections } from './sections.ts';
import { speech } from './speech.ts';
import { names } from './names.ts';

export const italian: Language = {
  code: 'it',
  name: 'Italian',
  dates,
  bylines,
  sections,
  speech,
  names,
};
