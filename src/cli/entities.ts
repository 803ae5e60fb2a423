/** `copydesk entities`: the operator's own list of entities, and keys that mean one thing. */
import { createReadStream } from 'node:fs';
import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { CopydeskError } from '../errors.ts';
import { readRegisterLine, type RegisterEntry, type RegisterMerge } from '../entities/register.ts';
import { splitLines } from '../intake/lines.ts';
import { readRegisterRows, registerOf, writeRegisterRows, type RegisterRow } from '../reader/register-file.ts';
import { EXIT } from './outcome.ts';
import { paint, paintError } from './paint.ts';
import { count } from './view/layout.ts';

interface Options {
  readonly json?: true;
  readonly replace?: true;
  readonly undo?: true;
}

/** Longest line of a list, bytes: 100 names of 200 characters and as many descriptors fit. */
const LONGEST_LINE = 200_000;

export function command(): Command {
  const entities = new Command('entities')
    .description(
      'Your own entities, on top of the built-in ones. "ingest", "read" and running workers use the list from the next article on; records that are ' +
        'stored already stay as they are.',
    )
    .addHelpText(
      'after',
      `
The list is the file named by COPYDESK_ENTITIES (default: entities.jsonl in COPYDESK_HOME). On several machines, give each the same file.

Example:
  $ echo '{"id":"Q42","names":["Douglas Adams"],"kind":"person","country":"GB"}' | copydesk entities import -
  $ copydesk entities merge person:doug-adams Q42
  $ copydesk entities list`,
    );
  entities
    .command('import')
    .description('add entities from JSON lines: id, names, kind')
    .argument('<file>', 'JSON lines, or "-" for standard input')
    .option('--replace', 'forget all entities imported before (merges stay)')
    .option('--json', 'one JSON line')
    .addHelpText(
      'after',
      `
A line: {"id","names","kind","country"?,"descriptors"?,"ambiguous"?}
  id          a Wikidata id ("Q42") or a key of your own ("acme:4711"); the same id again replaces the line before
  names       the first one is shown; each is found in articles word for word
  kind        person, organisation, place, event, work, law, facility, product, other
  ambiguous   names that mean something else as well: used only where the article supports it

Wrong lines are refused one by one, with line and reason; the right ones are taken.

Example:
  $ copydesk entities import people.jsonl`,
    )
    .action(importEntities);
  entities
    .command('merge')
    .description('two keys mean one thing: from now on A is written as B')
    .argument('<a>', 'key as records carry it: "person:jane-doe"')
    .argument('<b>', 'the key that stays: "Q42", "person:jane-m-doe"')
    .option('--undo', 'take such a merge back')
    .option('--json', 'one JSON line')
    .addHelpText('after', `\nExample:\n  $ copydesk entities merge person:zelenskiy Q3874799`)
    .action(mergeKeys);
  entities
    .command('list')
    .description('what is in the list')
    .option('--json', 'JSON lines, in the form that import takes')
    .addHelpText('after', `\nExample:\n  $ copydesk entities list --json > backup.jsonl`)
    .action(list);
  return entities;
}

async function importEntities(file: string, options: Options): Promise<void> {
  const path = readConfig().entitiesFile;
  const source = file === '-' ? process.stdin : createReadStream(file);
  const taken: RegisterRow[] = [];
  const refused: { line: number; problem: string }[] = [];
  try {
    for await (const { number, bytes, length } of splitLines(source, LONGEST_LINE)) {
      const text = bytes.toString('utf8');
      if (text.trim() === '') continue;
      const read = length > LONGEST_LINE ? { problem: `is longer than ${LONGEST_LINE} bytes` } : readRegisterLine(text);
      if ('problem' in read) refused.push({ line: number, problem: read.problem });
      else taken.push('entry' in read ? read.entry : read.merge);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new CopydeskError('FILE_NOT_FOUND', `${file}: no such file`);
    if (code === 'EISDIR') throw new CopydeskError('UNSUPPORTED_FILE', `${file} is a folder`);
    throw error;
  }
  const held = readRegisterRows(path).filter((row) => !(options.replace && 'id' in row));
  const rows = withoutRepeats([...held, ...taken]);
  const { entries } = registerOf(rows);
  // an import of which nothing is right changes nothing
  if (taken.length > 0) writeRegisterRows(path, rows);
  if (refused.length > 0) process.exitCode = EXIT.refused;
  if (options.json) {
    console.log(JSON.stringify({ taken: taken.length, refused, entities: entries.length, file: path }));
    return;
  }
  for (const { line, problem } of refused)
    console.error(`${paintError.bad('refused')} ${paintError.strong(`${file}:${line}`)}  ${problem}`);
  console.log(
    `${count(taken.length, 'line')} taken, ${refused.length} refused; the list holds ${count(entries.length, 'entity', 'entities')} (${path}).`,
  );
}

/** One row an id, one a merged key; the last one counts. */
function withoutRepeats(rows: readonly RegisterRow[]): RegisterRow[] {
  const kept = new Map<string, RegisterRow>();
  for (const row of rows) kept.set('id' in row ? `id ${row.id}` : `merge ${row.merge}`, row);
  return [...kept.values()];
}

function mergeKeys(from: string, into: string, options: Options): void {
  const path = readConfig().entitiesFile;
  const read = readRegisterLine(JSON.stringify({ merge: from, into }));
  if ('problem' in read) throw new CopydeskError('BAD_ARGUMENT', `The two keys ${read.problem}.`);
  const held = readRegisterRows(path);
  const isThis = (row: RegisterRow): boolean => 'merge' in row && row.merge === from && row.into === into;
  if (options.undo && !held.some(isThis)) throw new CopydeskError('NOT_FOUND', `"${from}" is not merged into "${into}".`);
  const rows = options.undo ? held.filter((row) => !isThis(row)) : withoutRepeats([...held, { merge: from, into }]);
  registerOf(rows);
  writeRegisterRows(path, rows);
  if (options.json) console.log(JSON.stringify({ merge: from, into, undone: options.undo === true, file: path }));
  else console.log(options.undo ? `${from} stands for itself again.` : `${from} is written as ${into} from the next article on.`);
}

function list({ json }: Options): void {
  const path = readConfig().entitiesFile;
  const rows = readRegisterRows(path);
  if (json) {
    for (const row of rows) console.log(JSON.stringify(row));
    return;
  }
  if (rows.length === 0) console.log(`The list is empty (${path}).`);
  for (const row of rows.filter((each): each is RegisterEntry => 'id' in each))
    console.log(`${paint.strong(row.id.padEnd(16))} ${row.kind.padEnd(12)} ${row.names.join(paint.faint(' · '))}`);
  for (const row of rows.filter((each): each is RegisterMerge => 'merge' in each))
    console.log(`${row.merge} ${paint.faint('→')} ${row.into}`);
}
