/** Polish. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';

export const polish: Language = {
  code: 'pl',
  name: 'Polish',
  dates,
  bylines,
};
