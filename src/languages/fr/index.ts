/** French. */
import type { Language } from '../language.ts';
import { nameContexts } from './name-contexts.ts';
import { names } from './names.ts';

export const french: Language = {
  code: 'fr',
  name: 'French',
  nameContexts,
  names,
};
