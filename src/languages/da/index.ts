/** Danish. */
import type { Language } from '../language.ts';
import { furniture } from './furniture.ts';

export const danish: Language = {
  code: 'da',
  name: 'Danish',
  furniture,
};
