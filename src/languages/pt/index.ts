/** Portuguese. */
import type { Language } from '../language.ts';

export const portuguese: Language = {
  code: 'pt',
  name: 'Portuguese',
};
