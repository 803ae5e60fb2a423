/** Slovak. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';

export const slovak: Language = {
  code: 'sk',
  name: 'Slovak',
  dates,
};
