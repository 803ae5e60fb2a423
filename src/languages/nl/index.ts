/** Dutch. */
import type { Language } from '../language.ts';

export const dutch: Language = {
  code: 'nl',
  name: 'Dutch',
};
