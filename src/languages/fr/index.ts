/** French. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';
import { sections } from './sections.ts';
import { speech } from './speech.ts';
import { nameContexts } from './name-contexts.ts';
import { names } from './names.ts';
import { furniture } from './furniture.ts';

export const french: Language = {
  code: 'fr',
  name: 'French',
  dates,
  bylines,
  sections,
  speech,
  nameContexts,
  names,
  functionWords:
    'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec ou son mais nous aux comme cette ces ses été elle on leur deux sa ont était être fait même aussi sans tout bien peut encore entre leurs dont après selon',
  furniture,
};
