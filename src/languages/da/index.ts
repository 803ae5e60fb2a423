/** Danish. */
import type { Language } from '../language.ts';

export const danish: Language = {
  code: 'da',
  name: 'Danish',
};
