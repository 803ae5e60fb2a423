import { MemoryIndex } from '../../src/dedupe/memory-index.ts';
import { duplicateIndexConformance } from '../conformance/duplicate-index.ts';

duplicateIndexConformance('in memory', () => {
  const index = new MemoryIndex();
  return Promise.resolve({ place: (article) => index.place(article), read: index });
});
