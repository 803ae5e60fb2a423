import type { NameWords } from '../name-words.ts';

export const names: NameWords = {
  particles: 'al el bin ibn bint abu ul',
};
