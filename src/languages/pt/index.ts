/** Portuguese. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';

export const portuguese: Language = {
  code: 'pt',
  name: 'Portuguese',
  dates,
};
