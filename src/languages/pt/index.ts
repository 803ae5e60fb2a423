/** Portuguese. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';
import { sections } from './sections.ts';
import { speech } from './speech.ts';
import { names } from './names.ts';

export const portuguese: Language = {
  code: 'pt',
  name: 'Portuguese',
  dates,
  bylines,
  sections,
  speech,
  names,
};
