/** Arabic. */
import type { Language } from '../language.ts';
import { furniture } from './furniture.ts';

export const arabic: Language = {
  code: 'ar',
  name: 'Arabic',
  furniture,
};
