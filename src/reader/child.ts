/** Entry point of a reader child process. Started by pool.ts. */
import { readerCalls } from './calls.ts';
import { serveCalls } from './serve.ts';

serveCalls(readerCalls);
