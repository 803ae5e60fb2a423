/**
 * The real work of a reader child: the pipeline, with the input's raw facts where the caller knows them, the operator's entities, which are looked up
 * again whenever their file changes, and the operator's name tagger where one is set.
 */
import { basename } from 'node:path';
import { explainClean } from '../clean/clean.ts';
import type { Draft } from '../draft.ts';
import { knownWith } from '../entities/known.ts';
import { cleanAndSign, findNamesAndQuotations, rawFacts, toRecord, type PipelineOptions } from '../pipeline.ts';
import type { FindNames } from './onnx-names.ts';
import type { ReaderCalls, ReaderSettings } from './protocol.ts';
import { watchRegister } from './register-file.ts';

/**
 * The calls, once everything they need is loaded.
 * @throws Error when the operator's tagger cannot be loaded: the child does not come up then, and no article is harmed.
 */
export async function loadReaderCalls({ entitiesFile, namesModel }: ReaderSettings): Promise<ReaderCalls> {
  const lookAgain = watchRegister(entitiesFile);
  const findNames = namesModel === undefined ? undefined : await (await import('./onnx-names.ts')).loadOnnxNames(namesModel);

  let known = knownWith(undefined);

  function withRegister(draft: Draft, options: PipelineOptions): Draft {
    const { register, isNew } = lookAgain();
    if (isNew) known = knownWith(register);
    const found = findNamesAndQuotations(draft, { ...options, known });
    // what made the record besides the code
    const by = [
      ...(findNames === undefined ? [] : [basename(namesModel ?? '')]),
      ...(register === undefined ? [] : [register.fingerprint]),
    ];
    if (by.length === 0) return found;
    return { ...found, versions: { ...found.versions, entities: [found.versions?.['entities'] ?? '', ...by].join('+') } };
  }
  const find = (draft: Draft, options: PipelineOptions = {}): Draft | Promise<Draft> =>
    findNames === undefined || options.stages?.includes('entities') === false
      ? withRegister(draft, options)
      : findFirst(findNames, draft, options);
  const findFirst = async (ask: FindNames, draft: Draft, options: PipelineOptions): Promise<Draft> =>
    withRegister(draft, { ...options, names: await ask(draft.article.body.text) });

  return {
    cleanAndSign,
    findNamesAndQuotations: find,
    explainClean,
    readArticle: (input, options = {}, context = {}) => {
      const record = (draft: Draft) =>
        toRecord(input, context.raw ?? rawFacts(input), draft, context.inputId === undefined ? {} : { inputId: context.inputId });
      const found = find(cleanAndSign(input, options), options);
      return found instanceof Promise ? found.then(record) : record(found);
    },
  };
}
