/** Swedish. */
import type { Language } from '../language.ts';

export const swedish: Language = {
  code: 'sv',
  name: 'Swedish',
};
