/** English. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { furniture } from './furniture.ts';
import { dates } from './dates.ts';
import { sections } from './sections.ts';
import { speech } from './speech.ts';
import { nameContexts } from './name-contexts.ts';
import { names } from './names.ts';

export const english: Language = {
  code: 'en',
  name: 'English',
  functionWords:
    'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she there would their we him been has when who will no more if out so said what up its about than into them can only other time new some could these two may first then do any my now such like our over me even most made after also did many off before must well back through years where much your way down should because each just those mr how too',
  furniture,
  dates,
  bylines,
  sections,
  speech,
  nameContexts,
  names,
};
