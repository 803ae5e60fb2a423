/** French. */
import type { Language } from '../language.ts';
import { speech } from './speech.ts';

export const french: Language = {
  code: 'fr',
  name: 'French',
  speech,
};
