/** Spanish. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';
import { sections } from './sections.ts';
import { speech } from './speech.ts';
import { nameContexts } from './name-contexts.ts';
import { names } from './names.ts';
import { furniture } from './furniture.ts';

export const spanish: Language = {
  code: 'es',
  name: 'Spanish',
  dates,
  bylines,
  sections,
  speech,
  nameContexts,
  names,
  functionWords:
    'de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene él uno donde bien tiempo según',
  furniture,
};
