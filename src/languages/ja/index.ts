/** Japanese. */
import type { Language } from '../language.ts';
import { furniture } from './furniture.ts';

export const japanese: Language = {
  code: 'ja',
  name: 'Japanese',
  furniture,
};
