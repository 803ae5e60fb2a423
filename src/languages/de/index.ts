/** German. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';
import { sections } from './sections.ts';
import { speech } from './speech.ts';
import { names } from './names.ts';
import { furniture } from './furniture.ts';

export const german: Language = {
  code: 'de',
  name: 'German',
  dates,
  bylines,
  sections,
  speech,
  names,
  functionWords:
    'der die das und in zu den von mit ist des sich im nicht ein eine auf für dem als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde wenn können ich ihre seine wir dann unter schon gegen ihr vom kann sagte',
  furniture,
};
