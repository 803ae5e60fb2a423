/** Italian. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';

export const italian: Language = {
  code: 'it',
  name: 'Italian',
  dates,
};
