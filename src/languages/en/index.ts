/** English. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';
import { nameContexts } from './name-contexts.ts';
import { names } from './names.ts';

export const english: Language = {
  code: 'en',
  name: 'English',
  dates,
  nameContexts,
  names,
};
