/** Norwegian. */
import type { Language } from '../language.ts';

export const norwegian: Language = {
  code: 'no',
  name: 'Norwegian',
};
