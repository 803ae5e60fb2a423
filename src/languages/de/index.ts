/** German. */
import type { Language } from '../language.ts';
import { speech } from './speech.ts';

export const german: Language = {
  code: 'de',
  name: 'German',
  speech,
};
