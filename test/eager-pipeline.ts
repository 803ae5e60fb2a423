/** Stands in for src/load-pipeline.ts in tests: the pipeline by import, so that what a test changes in a module is what the pipeline sees. */
import * as pipeline from '../src/pipeline.ts';

export const loadPipeline = (): typeof pipeline => pipeline;
