import type { SectionWords } from '../section-words.ts';

export const sections: SectionWords = {
  in: 'in',
  label: 'rubrik',
};
