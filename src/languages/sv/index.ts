/** Swedish. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';
import { sections } from './sections.ts';
import { furniture } from './furniture.ts';

export const swedish: Language = {
  code: 'sv',
  name: 'Swedish',
  dates,
  bylines,
  sections,
  functionWords:
    'och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när år under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket',
  furniture,
};
