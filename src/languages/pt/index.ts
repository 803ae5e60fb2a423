/** Portuguese. */
import type { Language } from '../language.ts';
import { speech } from './speech.ts';

export const portuguese: Language = {
  code: 'pt',
  name: 'Portuguese',
  speech,
};
