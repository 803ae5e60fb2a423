/** Czech. */
import type { Language } from '../language.ts';
import { furniture } from './furniture.ts';

export const czech: Language = {
  code: 'cs',
  name: 'Czech',
  furniture,
};
