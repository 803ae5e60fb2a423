/** Russian. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';
import { sections } from './sections.ts';
import { speech } from './speech.ts';

export const russian: Language = {
  code: 'ru',
  name: 'Russian',
  dates,
  bylines,
  sections,
  speech,
};
