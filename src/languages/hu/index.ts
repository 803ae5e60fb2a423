/** Hungarian. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';
import { furniture } from './furniture.ts';

export const hungarian: Language = {
  code: 'hu',
  name: 'Hungarian',
  dates,
  bylines,
  functionWords: 'a az és hogy nem is egy meg de ez csak volt el már még mint vagy ki azt kell majd lesz szerint után',
  furniture,
};
