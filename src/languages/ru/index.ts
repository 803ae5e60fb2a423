/** Russian. */
import type { Language } from '../language.ts';
import { speech } from './speech.ts';

export const russian: Language = {
  code: 'ru',
  name: 'Russian',
  speech,
};
