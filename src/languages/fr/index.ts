/** French. */
import type { Language } from '../language.ts';

export const french: Language = {
  code: 'fr',
  name: 'French',
};
