/** Norwegian. */
import type { Language } from '../language.ts';
import { furniture } from './furniture.ts';

export const norwegian: Language = {
  code: 'no',
  name: 'Norwegian',
  functionWords:
    'og i det er på som en for av til å med at den har de ikke om et han men var jeg seg fra vi så kan når år under også etter eller nå sin der ved mot skal skulle kommer ut får være hadde alle andre mye',
  furniture,
};
