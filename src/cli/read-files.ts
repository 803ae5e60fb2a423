/** `copydesk read [file…]`: whole files, folders and globs; records as JSON lines, or articles for people. */
import { CopydeskError } from '../errors.ts';
import { readItems } from '../intake/intake.ts';
import { inputOf } from '../content/content.ts';
import { isRefusal, refuse, type Refusal } from '../intake/refusal.ts';
import type { PipelineOptions } from '../pipeline.ts';
import type { ArticleReader } from '../reader/pool.ts';
import type { IncomingItem } from '../store/store.ts';
import { EXIT, printRefusal } from './outcome.ts';
import { inOrder, writeOut } from './ordered-output.ts';
import { readWithSecondTry, type ReadOptions } from './read.ts';

export async function readFiles(
  files: readonly string[],
  reader: ArticleReader,
  pipeline: PipelineOptions,
  maxBytes: number,
  options: ReadOptions,
): Promise<void> {
  const render = await renderer(reader, pipeline, options);
  const answer = async (found: IncomingItem | Refusal): Promise<string | Refusal> => {
    if (isRefusal(found)) return found;
    const item = found;
    try {
      return await render(item);
    } catch (error) {
      if (error instanceof CopydeskError) return refuse(error, { file: item.file ?? '-', inputId: item.inputId });
      throw error;
    }
  };
  let worst: number = EXIT.done;
  for await (const outcome of inOrder(readItems(files, { maxBytes, retrievedAt: options.retrievedAt }), 16, answer)) {
    if (typeof outcome === 'string') await writeOut(outcome);
    else {
      printRefusal(outcome);
      worst = EXIT.refused;
    }
  }
  process.exitCode = worst;
}

async function renderer(
  reader: ArticleReader,
  pipeline: PipelineOptions,
  options: ReadOptions,
): Promise<(item: IncomingItem) => Promise<string>> {
  const readRecord = (item: IncomingItem) => {
    const { sha256, mediaType, charset, bytes, inputId } = item;
    const raw = { sha256, mediaType, charset, bytes: bytes.length };
    return readWithSecondTry((from) => from.readArticle(inputOf(item), pipeline, { inputId, raw }), reader);
  };
  if (options.explain) {
    const { renderDecisions, renderIds } = await import('./view/decisions.ts');
    return async (item) => {
      const blocks = await readWithSecondTry((from) => from.explainClean(inputOf(item), pipeline), reader);
      const ids = (await readRecord(item)).notes.filter(({ rule }) => rule === 'id-given' || rule === 'id-not-given');
      return options.json
        ? `${JSON.stringify({ inputId: item.inputId, blocks, ids })}\n`
        : `${renderDecisions(item.file ?? '-', blocks)}${renderIds(ids)}`;
    };
  }
  if (options.pretty) {
    const { renderArticle } = await import('./view/article.ts');
    return async (item) => renderArticle(await readRecord(item));
  }
  return async (item) => `${JSON.stringify(await readRecord(item))}\n`;
}
