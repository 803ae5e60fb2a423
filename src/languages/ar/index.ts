/** Arabic. */
import type { Language } from '../language.ts';
import { names } from './names.ts';

export const arabic: Language = {
  code: 'ar',
  name: 'Arabic',
  names,
};
