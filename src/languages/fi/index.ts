/** Finnish. */
import type { Language } from '../language.ts';
import { furniture } from './furniture.ts';

export const finnish: Language = {
  code: 'fi',
  name: 'Finnish',
  furniture,
};
