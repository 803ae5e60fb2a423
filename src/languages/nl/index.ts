/** Dutch. */
import type { Language } from '../language.ts';
import { furniture } from './furniture.ts';

export const dutch: Language = {
  code: 'nl',
  name: 'Dutch',
  furniture,
};
