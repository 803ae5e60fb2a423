/** Arabic. */
import type { Language } from '../language.ts';

export const arabic: Language = {
  code: 'ar',
  name: 'Arabic',
};
