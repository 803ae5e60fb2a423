/** French. */
import type { Language } from '../language.ts';
import { furniture } from './furniture.ts';

export const french: Language = {
  code: 'fr',
  name: 'French',
  furniture,
};
