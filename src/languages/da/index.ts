/** Danish. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';

export const danish: Language = {
  code: 'da',
  name: 'Danish',
  dates,
};
