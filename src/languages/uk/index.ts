/** Ukrainian. */
import type { Language } from '../language.ts';
import { speech } from './speech.ts';

export const ukrainian: Language = {
  code: 'uk',
  name: 'Ukrainian',
  speech,
};
