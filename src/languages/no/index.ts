/** Norwegian. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';

export const norwegian: Language = {
  code: 'no',
  name: 'Norwegian',
  dates,
};
