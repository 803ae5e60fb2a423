/** Turkish. */
import type { Language } from '../language.ts';

export const turkish: Language = {
  code: 'tr',
  name: 'Turkish',
};
