/** Polish. */
import type { Language } from '../language.ts';
import { furniture } from './furniture.ts';

export const polish: Language = {
  code: 'pl',
  name: 'Polish',
  furniture,
};
