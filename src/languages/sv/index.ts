/** Swedish. */
import type { Language } from '../language.ts';
import { furniture } from './furniture.ts';

export const swedish: Language = {
  code: 'sv',
  name: 'Swedish',
  furniture,
};
