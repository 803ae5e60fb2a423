/**
 * The real work of a reader child: the pipeline, with the input's raw facts where the caller knows them, and the operator's entities, which are looked
 * up again whenever their file changes.
 */
import { explainClean } from '../clean/clean.ts';
import type { Draft } from '../draft.ts';
import { useRegister } from '../entities/known.ts';
import { cleanAndSign, findNamesAndQuotations, rawFacts, toRecord, type PipelineOptions } from '../pipeline.ts';
import type { ReaderCalls } from './protocol.ts';
import { registerPath, watchRegister } from './register-file.ts';

let lookAgain: ReturnType<typeof watchRegister> | undefined;

function findWithRegister(draft: Draft, options: PipelineOptions = {}): Draft {
  lookAgain ??= watchRegister(registerPath(process.env));
  const { register, isNew } = lookAgain();
  if (isNew) useRegister(register);
  const found = findNamesAndQuotations(draft, options);
  if (register === undefined) return found;
  // the list is part of what made the record
  return { ...found, versions: { ...found.versions, entities: `${found.versions?.['entities'] ?? ''}+${register.fingerprint}` } };
}

export const readerCalls: ReaderCalls = {
  cleanAndSign,
  findNamesAndQuotations: findWithRegister,
  explainClean,
  readArticle: (input, options = {}, context = {}) => {
    const draft = findWithRegister(cleanAndSign(input, options), options);
    return toRecord(input, context.raw ?? rawFacts(input), draft, context.inputId === undefined ? {} : { inputId: context.inputId });
  },
};
