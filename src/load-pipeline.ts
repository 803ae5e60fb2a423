/**
 * The pipeline, loaded at the first call: with its HTML parser, date parser and word tables it costs several times what the library's other modules do,
 * and the library's function is synchronous. vitest.config.ts puts test/eager-pipeline.ts in the place of this file, so that tests have each module once.
 */
import { createRequire } from 'node:module';
import { moduleBeside } from './package-files.ts';
import { fileURLToPath } from 'node:url';

type Pipeline = typeof import('./pipeline.ts');

let loaded: Pipeline | undefined;

export const loadPipeline = (): Pipeline =>
  (loaded ??= createRequire(import.meta.url)(fileURLToPath(moduleBeside('./pipeline', import.meta.url))) as Pipeline);
