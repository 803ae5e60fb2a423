/** Italian. */
import type { Language } from '../language.ts';
import { furniture } from './furniture.ts';

export const italian: Language = {
  code: 'it',
  name: 'Italian',
  furniture,
};
