/** Malay. */
import type { Language } from '../language.ts';

export const malay: Language = {
  code: 'ms',
  name: 'Malay',
};
