/** Entry point of a reader child process. Started by pool.ts. */
import * as nodeModule from 'node:module';

// loading the stages costs more than reading ten articles: keep their compiled code between processes
// (Node 20 has no such cache)
nodeModule.enableCompileCache?.();
const [{ loadReaderCalls }, { serveCalls }] = await Promise.all([import('./calls.ts'), import('./serve.ts')]);

await serveCalls(loadReaderCalls);
