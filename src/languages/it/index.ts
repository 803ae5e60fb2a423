/** Italian. */
import type { Language } from '../language.ts';
import { speech } from './speech.ts';

export const italian: Language = {
  code: 'it',
  name: 'Italian',
  speech,
};
