/** Korean. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';
import { furniture } from './furniture.ts';

export const korean: Language = {
  code: 'ko',
  name: 'Korean',
  dates,
  furniture,
};
