/** Italian. */
import type { Language } from '../language.ts';

export const italian: Language = {
  code: 'it',
  name: 'Italian',
};
