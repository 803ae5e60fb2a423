/** Finnish. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';
import { furniture } from './furniture.ts';

export const finnish: Language = {
  code: 'fi',
  name: 'Finnish',
  dates,
  functionWords:
    'ja on ei se että oli hän mutta ovat myös kun niin kuin ole tai joka ne sen jo voi vain mukaan hänen jos olla joten nyt sekä siitä tämä ollut mikä jotka vielä',
  furniture,
};
