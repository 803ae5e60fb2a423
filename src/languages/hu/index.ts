/** Hungarian. */
import type { Language } from '../language.ts';

export const hungarian: Language = {
  code: 'hu',
  name: 'Hungarian',
};
