/** Spanish. */
import type { Language } from '../language.ts';
import { furniture } from './furniture.ts';

export const spanish: Language = {
  code: 'es',
  name: 'Spanish',
  furniture,
};
