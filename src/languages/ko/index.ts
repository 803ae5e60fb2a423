/** Korean. */
import type { Language } from '../language.ts';
import { furniture } from './furniture.ts';

export const korean: Language = {
  code: 'ko',
  name: 'Korean',
  furniture,
};
