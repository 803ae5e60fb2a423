/** Spanish. */
import type { Language } from '../language.ts';
import { furniture } from './furniture.ts';

export const spanish: Language = {
  code: 'es',
  name: 'Spanish',
  functionWords:
    'de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene él uno donde bien tiempo según',
  furniture,
};
