/** Portuguese. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';
import { sections } from './sections.ts';
import { speech } from './speech.ts';
import { names } from './names.ts';
import { furniture } from './furniture.ts';

export const portuguese: Language = {
  code: 'pt',
  name: 'Portuguese',
  dates,
  bylines,
  sections,
  speech,
  names,
  functionWords:
    'de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos seus quem nas me esse eles você foi são ser está tem era segundo',
  furniture,
};
