import type { SectionWords } from '../section-words.ts';

export const sections: SectionWords = {
  in: 'en',
  label: 'sección|categoria',
};
