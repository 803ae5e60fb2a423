/** Spanish. */
import type { Language } from '../language.ts';
import { nameContexts } from './name-contexts.ts';
import { names } from './names.ts';

export const spanish: Language = {
  code: 'es',
  name: 'Spanish',
  nameContexts,
  names,
};
