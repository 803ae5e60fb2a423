/** Dutch. */
import type { Language } from '../language.ts';
import { names } from './names.ts';

export const dutch: Language = {
  code: 'nl',
  name: 'Dutch',
  names,
};
