/** Dutch. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';
import { speech } from './speech.ts';
import { names } from './names.ts';

export const dutch: Language = {
  code: 'nl',
  name: 'Dutch',
  dates,
  bylines,
  speech,
  names,
};
