/** Italian. */
import type { Language } from '../language.ts';
import { furniture } from './furniture.ts';

export const italian: Language = {
  code: 'it',
  name: 'Italian',
  functionWords:
    'di e il la che in a per un è una del non si da le con i al sono ha della come dei più nel alla anche lo ma gli delle dal ed se su ci o questo suo nella era stato tra loro dopo degli essere quando dalla questa hanno così fa sia due molto prima solo',
  furniture,
};
