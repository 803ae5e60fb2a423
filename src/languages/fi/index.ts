/** Finnish. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';

export const finnish: Language = {
  code: 'fi',
  name: 'Finnish',
  dates,
};
