/** Spanish. */
import type { Language } from '../language.ts';
import { nameContexts } from './name-contexts.ts';

export const spanish: Language = {
  code: 'es',
  name: 'Spanish',
  nameContexts,
};
