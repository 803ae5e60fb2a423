/** Swedish. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';

export const swedish: Language = {
  code: 'sv',
  name: 'Swedish',
  dates,
};
