/** Polish. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';

export const polish: Language = {
  code: 'pl',
  name: 'Polish',
  dates,
};
