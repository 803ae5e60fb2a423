/** Turkish. */
import type { Language } from '../language.ts';
import { furniture } from './furniture.ts';

export const turkish: Language = {
  code: 'tr',
  name: 'Turkish',
  furniture,
};
