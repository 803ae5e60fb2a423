/** Greek. */
import type { Language } from '../language.ts';
import { furniture } from './furniture.ts';

export const greek: Language = {
  code: 'el',
  name: 'Greek',
  furniture,
};
