/** `copydesk read`: articles in, records out, with no queue and no database. Each is read in a child process that can be killed. */
import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError, Option } from 'commander';
import { readConfig } from '../config.ts';
import { CopydeskError } from '../errors.ts';
import { loadPipeline } from '../load-pipeline.ts';
import type { PipelineOptions } from '../pipeline.ts';
import { createReaderPool, type ArticleReader } from '../reader/pool.ts';
import { moment } from './moment-option.ts';
import { wholeNumber } from './number-option.ts';

export interface ReadOptions {
  readonly jsonl?: true;
  readonly pretty?: true;
  readonly explain?: true;
  readonly json?: true;
  readonly clean?: 'auto' | 'none';
  readonly dom?: 'light' | 'jsdom';
  readonly stages?: readonly string[];
  readonly indirect?: true;
  readonly workers?: number;
  readonly timeout?: number;
  readonly retrievedAt?: string;
}

export function command(): Command {
  return new Command('read')
    .description(
      'Reads articles and prints their records as JSON lines. Takes files, folders, globs or "-"; standard input when none is named.',
    )
    .argument('[file...]', 'what to read: .txt, .html, .jsonl, .gz of these')
    .option('--jsonl', 'standard input holds {"id","text"|"html","url"?,...} lines: one record or error a line, in the same order')
    .option('--pretty', 'for people: the article with speakers and entities marked')
    .option('--explain', 'show each block of the page, kept or removed, and the rule that decided')
    .addOption(new Option('--clean <how>', '"none" takes the text as already clean: body.text equals the input').choices(['auto', 'none']))
    .addOption(new Option('--dom <engine>', 'DOM that HTML is read with (default: COPYDESK_DOM)').choices(['light', 'jsdom']))
    .option('--stages <names>', 'only these stages, separated by commas', parseStages)
    .option('--indirect', 'also reported speech without quotation marks (kind "indirect")')
    .option('--workers <n>', 'child processes (default: one a core)', wholeNumber(1, 256))
    .option('--timeout <ms>', 'time limit for one article (default: COPYDESK_READ_TIMEOUT_MS)', wholeNumber(1, 3_600_000))
    .option('--retrieved-at <time>', 'when the pages were fetched, ISO 8601 with a zone or "now": "3 hours ago" counts from it', moment)
    .option('--json', 'records as JSON lines (the default)')
    .addHelpText(
      'after',
      () => `
Stages: ${loadPipeline().STAGE_NAMES.join(', ')}

Examples:
  $ copydesk read page.html --pretty
  $ copydesk read "archive/*.txt" > records.jsonl
  $ copydesk read --jsonl --stages clean,entities < pages.jsonl > records.jsonl`,
    )
    .action(read);
}

function parseStages(value: string): string[] {
  const { STAGE_NAMES } = loadPipeline();
  const names = value.split(',').map((name) => name.trim());
  const wrong = names.find((name) => !STAGE_NAMES.includes(name));
  if (wrong !== undefined) throw new InvalidArgumentError(`There is no stage "${wrong}"; there are ${STAGE_NAMES.join(', ')}.`);
  return names;
}

async function read(files: readonly string[], options: ReadOptions): Promise<void> {
  if (options.jsonl && (options.pretty || options.explain || files.length > 0)) {
    throw new CopydeskError(
      'BAD_ARGUMENT',
      '--jsonl reads standard input and prints JSON lines: leave out file names, --pretty and --explain.',
    );
  }
  if (files.length === 0 && process.stdin.isTTY)
    throw new CopydeskError('BAD_ARGUMENT', 'Nothing to read: name a file, or send text to standard input.');
  const config = readConfig();
  const reader = createReaderPool({
    workers: options.workers ?? availableParallelism(),
    timeoutMs: options.timeout ?? config.readTimeoutMs,
    heapMb: config.readerHeapMb,
    settings: { entitiesFile: config.entitiesFile, namesModel: config.namesModel },
  });
  const pipeline: PipelineOptions = {
    clean: options.clean,
    dom: options.dom ?? config.dom,
    stages: options.stages,
    indirect: options.indirect,
  };
  try {
    if (options.jsonl) {
      const { readJsonLines } = await import('./read-lines.ts');
      await readJsonLines(reader, pipeline, {
        maxBytes: config.maxBytes,
        workers: options.workers ?? availableParallelism(),
        retrievedAt: options.retrievedAt,
      });
    } else {
      const { readFiles } = await import('./read-files.ts');
      await readFiles(files.length === 0 ? ['-'] : files, reader, pipeline, config.maxBytes, options);
    }
  } finally {
    await reader.close();
  }
}

/** Reads once more when the child died for a reason that may lie in what it read before (memory, a crash). A timeout is final. */
export async function readWithSecondTry<T>(work: (reader: ArticleReader) => Promise<T>, reader: ArticleReader): Promise<T> {
  try {
    return await work(reader);
  } catch (error) {
    if (error instanceof CopydeskError && (error.code === 'READER_OUT_OF_MEMORY' || error.code === 'READER_CRASHED')) return work(reader);
    throw error;
  }
}
