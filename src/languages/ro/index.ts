/** Romanian. */
import type { Language } from '../language.ts';

export const romanian: Language = {
  code: 'ro',
  name: 'Romanian',
};
