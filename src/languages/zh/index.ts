/** Chinese. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';

export const chinese: Language = {
  code: 'zh',
  name: 'Chinese',
  dates,
  bylines,
};
