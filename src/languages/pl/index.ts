/** Polish. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';
import { furniture } from './furniture.ts';

export const polish: Language = {
  code: 'pl',
  name: 'Polish',
  dates,
  bylines,
  functionWords:
    'w i na z się do nie że to jest o za po od jak a przez dla oraz ale co są tym już jego tak które który tego czy ich być był może tylko jej przed pod która także roku przy',
  furniture,
};
