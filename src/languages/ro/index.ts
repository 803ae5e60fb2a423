/** Romanian. */
import type { Language } from '../language.ts';
import { furniture } from './furniture.ts';

export const romanian: Language = {
  code: 'ro',
  name: 'Romanian',
  furniture,
};
