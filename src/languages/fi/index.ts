/** Finnish. */
import type { Language } from '../language.ts';

export const finnish: Language = {
  code: 'fi',
  name: 'Finnish',
};
