/** German. */
import type { Language } from '../language.ts';
import { furniture } from './furniture.ts';

export const german: Language = {
  code: 'de',
  name: 'German',
  furniture,
};
