/** Dutch. */
import type { Language } from '../language.ts';
import { furniture } from './furniture.ts';

export const dutch: Language = {
  code: 'nl',
  name: 'Dutch',
  functionWords:
    'de en van het een in is dat op te zijn met voor niet aan er om ook als door maar bij of uit nog naar heeft die dan over ze hij was tot werd worden wordt kan meer geen al wel deze zo had hun we je ik dit onder volgens',
  furniture,
};
