/** Hebrew. */
import type { Language } from '../language.ts';

export const hebrew: Language = {
  code: 'he',
  name: 'Hebrew',
};
