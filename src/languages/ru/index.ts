/** Russian. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';
import { sections } from './sections.ts';
import { speech } from './speech.ts';
import { furniture } from './furniture.ts';

export const russian: Language = {
  code: 'ru',
  name: 'Russian',
  dates,
  bylines,
  sections,
  speech,
  functionWords:
    'и в не на что с он по как это но к из у за от так о же для его до бы а все она они мы при был было были или если также после уже еще только когда чтобы которые который этого году',
  furniture,
};
