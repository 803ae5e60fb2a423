/** Chinese. */
import type { Language } from '../language.ts';

export const chinese: Language = {
  code: 'zh',
  name: 'Chinese',
};
