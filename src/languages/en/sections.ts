import type { SectionWords } from '../section-words.ts';

export const sections: SectionWords = {
  in: 'in',
  label: 'filed under|posted in|category|section',
  home: 'home',
  news: 'news',
};
