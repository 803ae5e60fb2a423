/** German. */
import type { Language } from '../language.ts';
import { names } from './names.ts';

export const german: Language = {
  code: 'de',
  name: 'German',
  names,
};
