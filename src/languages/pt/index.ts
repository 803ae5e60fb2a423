/** Portuguese. */
import type { Language } from '../language.ts';
import { furniture } from './furniture.ts';

export const portuguese: Language = {
  code: 'pt',
  name: 'Portuguese',
  furniture,
};
