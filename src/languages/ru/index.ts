/** Russian. */
import type { Language } from '../language.ts';

export const russian: Language = {
  code: 'ru',
  name: 'Russian',
};
