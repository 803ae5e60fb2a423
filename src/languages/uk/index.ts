/** Ukrainian. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';
import { speech } from './speech.ts';

export const ukrainian: Language = {
  code: 'uk',
  name: 'Ukrainian',
  dates,
  bylines,
  speech,
};
