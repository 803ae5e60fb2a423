/** Czech. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';
import { furniture } from './furniture.ts';

export const czech: Language = {
  code: 'cs',
  name: 'Czech',
  dates,
  functionWords:
    'a se v na je že o s z do i to za k po pro ve jako by ale od jsou tak při které který si už jeho podle až než také má byl být však jen roku',
  furniture,
};
