/** Korean. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';

export const korean: Language = {
  code: 'ko',
  name: 'Korean',
  dates,
};
