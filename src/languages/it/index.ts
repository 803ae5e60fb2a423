/** Italian. */
import type { Language } from '../language.ts';
import { names } from './names.ts';

export const italian: Language = {
  code: 'it',
  name: 'Italian',
  names,
};
