/** Greek. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';

export const greek: Language = {
  code: 'el',
  name: 'Greek',
  dates,
};
