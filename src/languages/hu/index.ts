/** Hungarian. */
import type { Language } from '../language.ts';
import { furniture } from './furniture.ts';

export const hungarian: Language = {
  code: 'hu',
  name: 'Hungarian',
  furniture,
};
