/** Entry point of a reader child process. Started by pool.ts. */
import { enableCompileCache } from 'node:module';

// loading the stages costs more than reading ten articles: keep their compiled code between processes
enableCompileCache();
const [{ readerCalls }, { serveCalls }] = await Promise.all([import('./calls.ts'), import('./serve.ts')]);

serveCalls(readerCalls);
