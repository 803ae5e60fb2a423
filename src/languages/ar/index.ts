/** Arabic. */
import type { Language } from '../language.ts';
import { speech } from './speech.ts';

export const arabic: Language = {
  code: 'ar',
  name: 'Arabic',
  speech,
};
