/** Spanish. */
import type { Language } from '../language.ts';
import { speech } from './speech.ts';

export const spanish: Language = {
  code: 'es',
  name: 'Spanish',
  speech,
};
