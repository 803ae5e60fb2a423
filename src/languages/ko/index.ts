/** Korean. */
import type { Language } from '../language.ts';

export const korean: Language = {
  code: 'ko',
  name: 'Korean',
};
