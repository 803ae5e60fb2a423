/** `copydesk cluster`: articles in, one line with the cluster of each out. In memory; the same code as the service. */
import { Command } from 'commander';
import { CopydeskError } from '../errors.ts';
import { readJsonLine } from '../intake/json-line.ts';
import { longestLine } from '../intake/limits.ts';
import { splitLines } from '../intake/lines.ts';
import { refuse } from '../intake/refusal.ts';
import { readConfig } from '../config.ts';
import { EXIT, printRefusal } from './outcome.ts';
import { writeOut } from './ordered-output.ts';

export function command(): Command {
  return new Command('cluster')
    .description(
      'Reads {"id","text","outlet"?} lines from standard input, in order of arrival, and prints {"id","cluster"} for each, in the same order.',
    )
    .option('--jsonl', 'lines in, lines out (the only form there is)')
    .option('--json', 'the same')
    .addHelpText(
      'after',
      `
The whole input is read before the first line is printed: a later copy can join two clusters.

Example:
  $ copydesk cluster --jsonl < wire.jsonl > clusters.jsonl`,
    )
    .action(cluster);
}

async function cluster(): Promise<void> {
  const { clusterText } = await import('../dedupe/cluster-stream.ts');
  const { MemoryIndex } = await import('../dedupe/memory-index.ts');
  const limit = longestLine(readConfig().maxBytes);
  const index = new MemoryIndex();
  const ids: string[] = [];
  for await (const line of splitLines(process.stdin, limit)) {
    if (line.length === 0) continue;
    const read = line.length > limit ? { error: new CopydeskError('TOO_LARGE'), inputId: undefined } : readJsonLine(line.bytes);
    const error =
      'error' in read ? read.error : read.inputId === undefined ? new CopydeskError('BAD_FIELD', '"id": is missing') : undefined;
    if (error !== undefined || !('input' in read) || read.inputId === undefined) {
      printRefusal(refuse(error ?? new CopydeskError('BAD_FIELD'), { file: '-', line: line.number, inputId: read.inputId }));
      process.exitCode = EXIT.refused;
      continue;
    }
    clusterText({ id: read.inputId, text: read.input.text ?? read.input.html ?? '', outlet: read.input.outlet }, index);
    ids.push(read.inputId);
  }
  for (const id of ids) await writeOut(`${JSON.stringify({ id, cluster: index.clusterOf(id) })}\n`);
}
