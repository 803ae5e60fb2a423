/** Arabic. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';
import { speech } from './speech.ts';
import { names } from './names.ts';
import { furniture } from './furniture.ts';

export const arabic: Language = {
  code: 'ar',
  name: 'Arabic',
  dates,
  bylines,
  speech,
  names,
  functionWords: 'في من على إلى أن عن التي الذي هذا هذه ما لا مع كان كما قد بعد أو بين ذلك قبل كل حيث منذ خلال وقال هو هي',
  furniture,
};
