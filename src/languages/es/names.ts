import type { NameWords } from '../name-words.ts';

export const names: NameWords = {
  particles: 'de del la y',
};
