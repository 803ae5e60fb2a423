/** Arabic. */
import type { Language } from '../language.ts';
import { furniture } from './furniture.ts';

export const arabic: Language = {
  code: 'ar',
  name: 'Arabic',
  functionWords: 'في من على إلى أن عن التي الذي هذا هذه ما لا مع كان كما قد بعد أو بين ذلك قبل كل حيث منذ خلال وقال هو هي',
  furniture,
};
