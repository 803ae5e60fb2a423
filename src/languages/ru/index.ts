/** Russian. */
import type { Language } from '../language.ts';
import { furniture } from './furniture.ts';

export const russian: Language = {
  code: 'ru',
  name: 'Russian',
  furniture,
};
