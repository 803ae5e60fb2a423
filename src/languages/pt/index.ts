/** Portuguese. */
import type { Language } from '../language.ts';
import { names } from './names.ts';

export const portuguese: Language = {
  code: 'pt',
  name: 'Portuguese',
  names,
};
