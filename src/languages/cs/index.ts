/** Czech. */
import type { Language } from '../language.ts';

export const czech: Language = {
  code: 'cs',
  name: 'Czech',
};
