/** Dutch. */
import type { Language } from '../language.ts';
import { speech } from './speech.ts';

export const dutch: Language = {
  code: 'nl',
  name: 'Dutch',
  speech,
};
