/** Entry point of a reader child process. Started by pool.ts. */
import { enableCompileCache } from 'node:module';

// loading the stages costs more than reading ten articles: keep their compiled code between processes
enableCompileCache();
const [{ loadReaderCalls }, { serveCalls }] = await Promise.all([import('./calls.ts'), import('./serve.ts')]);

serveCalls(await loadReaderCalls(process.env));
