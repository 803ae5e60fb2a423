/** German. */
import type { Language } from '../language.ts';

export const german: Language = {
  code: 'de',
  name: 'German',
};
