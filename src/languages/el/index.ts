/** Greek. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';
import { furniture } from './furniture.ts';

export const greek: Language = {
  code: 'el',
  name: 'Greek',
  dates,
  functionWords: 'και το να του της η ο την που από με για στην τα των σε οι στο τον θα είναι τις στη δεν ότι τους μια ένα',
  furniture,
};
