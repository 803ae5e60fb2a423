/** Until the index in Postgres is here: one in memory, for this process only. */
import type { DuplicateIndex } from '../dedupe/duplicate-index.ts';
import { MemoryIndex } from '../dedupe/memory-index.ts';
import type { Executor } from './schema.ts';

const memory = new MemoryIndex();

export function createDuplicateIndex(_db: Executor): DuplicateIndex {
  return memory;
}
