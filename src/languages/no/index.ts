/** Norwegian. */
import type { Language } from '../language.ts';
import { furniture } from './furniture.ts';

export const norwegian: Language = {
  code: 'no',
  name: 'Norwegian',
  furniture,
};
