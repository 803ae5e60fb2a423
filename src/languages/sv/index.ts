/** Swedish. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';
import { sections } from './sections.ts';

export const swedish: Language = {
  code: 'sv',
  name: 'Swedish',
  dates,
  bylines,
  sections,
};
