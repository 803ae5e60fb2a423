/** French. */
import type { Language } from '../language.ts';
import { furniture } from './furniture.ts';

export const french: Language = {
  code: 'fr',
  name: 'French',
  functionWords:
    'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec ou son mais nous aux comme cette ces ses été elle on leur deux sa ont était être fait même aussi sans tout bien peut encore entre leurs dont après selon',
  furniture,
};
