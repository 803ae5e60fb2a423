/** Dutch. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';
import { speech } from './speech.ts';
import { names } from './names.ts';
import { furniture } from './furniture.ts';

export const dutch: Language = {
  code: 'nl',
  name: 'Dutch',
  dates,
  bylines,
  speech,
  names,
  functionWords:
    'de en van het een in is dat op te zijn met voor niet aan er om ook als door maar bij of uit nog naar heeft die dan over ze hij was tot werd worden wordt kan meer geen al wel deze zo had hun we je ik dit onder volgens',
  furniture,
};
