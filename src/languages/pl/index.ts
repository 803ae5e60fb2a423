/** Polish. */
import type { Language } from '../language.ts';

export const polish: Language = {
  code: 'pl',
  name: 'Polish',
};
