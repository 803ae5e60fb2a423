/** The real work of a reader child: the pipeline, with the input's raw facts where the caller knows them. */
import { explainClean } from '../clean/clean.ts';
import { cleanAndSign, findNamesAndQuotations, rawFacts, toRecord } from '../pipeline.ts';
import type { ReaderCalls } from './protocol.ts';

export const readerCalls: ReaderCalls = {
  cleanAndSign,
  findNamesAndQuotations,
  explainClean,
  readArticle: (input, options = {}, context = {}) => {
    const draft = findNamesAndQuotations(cleanAndSign(input, options), options);
    return toRecord(input, context.raw ?? rawFacts(input), draft, context.inputId === undefined ? {} : { inputId: context.inputId });
  },
};
