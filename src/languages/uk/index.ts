/** Ukrainian. */
import type { Language } from '../language.ts';
import { furniture } from './furniture.ts';

export const ukrainian: Language = {
  code: 'uk',
  name: 'Ukrainian',
  furniture,
};
