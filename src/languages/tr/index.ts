/** Turkish. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';
import { furniture } from './furniture.ts';

export const turkish: Language = {
  code: 'tr',
  name: 'Turkish',
  dates,
  functionWords: 've bir bu da de için ile olarak olan çok daha gibi kadar sonra en ise ancak o ne her var olduğunu değil göre ya mi ki',
  furniture,
};
