/** Japanese. */
import type { Language } from '../language.ts';

export const japanese: Language = {
  code: 'ja',
  name: 'Japanese',
};
