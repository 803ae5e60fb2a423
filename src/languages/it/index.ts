/** Italian. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';
import { sections } from './sections.ts';
import { speech } from './speech.ts';
import { names } from './names.ts';
import { furniture } from './furniture.ts';

export const italian: Language = {
  code: 'it',
  name: 'Italian',
  dates,
  bylines,
  sections,
  speech,
  names,
  functionWords:
    'di e il la che in a per un è una del non si da le con i al sono ha della come dei più nel alla anche lo ma gli delle dal ed se su ci o questo suo nella era stato tra loro dopo degli essere quando dalla questa hanno così fa sia due molto prima solo',
  furniture,
};
