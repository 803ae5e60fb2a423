/** `copydesk read --jsonl`: a stream of lines in, one record or error a line out, in the same order, memory bounded. */
import { CopydeskError } from '../errors.ts';
import { firstId, readJsonLine, type JsonLine } from '../intake/json-line.ts';
import { longestLine } from '../intake/limits.ts';
import { splitLines, type Line } from '../intake/lines.ts';
import type { PipelineOptions } from '../pipeline.ts';
import type { ArticleReader } from '../reader/pool.ts';
import { EXIT } from './outcome.ts';
import { inOrder, writeOut } from './ordered-output.ts';
import { readWithSecondTry } from './read.ts';

/** Lines in flight for each worker: enough that a long article at the head leaves the others busy. */
const WINDOW_PER_WORKER = 8;

export async function readJsonLines(
  reader: ArticleReader,
  pipeline: PipelineOptions,
  { maxBytes, workers, retrievedAt }: { readonly maxBytes: number; readonly workers: number; readonly retrievedAt?: string | undefined },
): Promise<void> {
  const limit = longestLine(maxBytes);
  async function* lines(): AsyncGenerator<Line> {
    for await (const line of splitLines(process.stdin, limit)) if (line.bytes.some((byte) => byte > 0x20)) yield line;
  }
  const answer = async (line: Line): Promise<string> => {
    const parsed: JsonLine = line.length > limit ? tooLong(line) : readJsonLine(line.bytes);
    try {
      if ('error' in parsed) throw parsed.error;
      const { inputId } = parsed;
      const input = { ...parsed.input, retrievedAt: parsed.input.retrievedAt ?? retrievedAt };
      const bytes = Buffer.byteLength(input.html ?? input.text ?? '', 'utf8');
      if (bytes > maxBytes) throw new CopydeskError('TOO_LARGE', `${bytes} bytes; the limit is ${maxBytes}`);
      return JSON.stringify(await readWithSecondTry((from) => from.readArticle(input, pipeline, { inputId }), reader));
    } catch (error) {
      process.exitCode = EXIT.refused;
      const { code, message, remedy } = error instanceof CopydeskError ? error : new CopydeskError('STAGE_FAILED', String(error));
      return JSON.stringify({ inputId: parsed.inputId ?? null, error: { code, message: `line ${line.number}: ${message}`, remedy } });
    }
  };
  for await (const text of inOrder(lines(), workers * WINDOW_PER_WORKER, answer)) await writeOut(`${text}\n`);
}

function tooLong(line: Line): JsonLine {
  const inputId = firstId(line.bytes.subarray(0, 1024).toString('utf8'));
  return { error: new CopydeskError('TOO_LARGE', `the line has ${line.length} bytes`), inputId };
}
