/** The command line: finds the command, loads only its file, runs it, and turns what goes wrong into words and an exit code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { CopydeskError } from '../errors.ts';
import { packageFolder } from '../package-files.ts';
import { EXIT, printError } from './outcome.ts';

interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** Each command file exports `command()`: its commander Command with options, example and action. */
  readonly load: () => Promise<{ command: () => Command }>;
}

const COMMANDS: readonly CommandEntry[] = [
  { name: 'first-batch', summary: 'read the five example articles, end to end', load: () => import('./first-batch.ts') },
  { name: 'ingest', summary: 'take articles in: files, folders, globs or standard input', load: () => import('./ingest.ts') },
  { name: 'up', summary: 'run everything here: worker, HTTP and dashboard', load: () => import('./up.ts') },
  { name: 'status', summary: 'batches and how far they are', load: () => import('./status.ts') },
  { name: 'show', summary: 'one article, or the copies of one story', load: () => import('./show.ts') },
  { name: 'statements', summary: 'who said what, and where it appeared first', load: () => import('./statements.ts') },
  { name: 'export', summary: 'records for other programs', load: () => import('./export.ts') },
  { name: 'events', summary: 'follow what happens to articles', load: () => import('./events.ts') },
  { name: 'quarantine', summary: 'articles that could not be read: list, retry, drop', load: () => import('./quarantine.ts') },
  { name: 'read', summary: 'read articles without queue or database: records out', load: () => import('./read.ts') },
  { name: 'cluster', summary: 'find syndicated copies in a stream of articles', load: () => import('./cluster.ts') },
  { name: 'entities', summary: 'your own entities, and keys that mean one thing', load: () => import('./entities.ts') },
  { name: 'doctor', summary: 'check the set-up and the promises', load: () => import('./doctor.ts') },
  { name: 'migrate', summary: 'bring the database schema up to date', load: () => import('./migrate.ts') },
];

const EXAMPLE = `
Start here:
  $ copydesk first-batch               five articles, end to end
  $ copydesk ingest news/ --wait       your own
  $ copydesk read page.html --pretty   just look at one`;

function version(): string {
  const manifest = JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}

/** @param args without node and script. Sets process.exitCode: 0 done, 1 failed, 2 some items refused or bad usage. */
export async function main(args: readonly string[]): Promise<void> {
  endQuietlyOnClosedPipe();
  const program = new Command('copydesk')
    .description('News-ingestion pipeline: raw copy in, clean normalized records out.')
    .version(version(), '-V, --version')
    .helpCommand(false)
    .showHelpAfterError('(run copydesk --help to see the commands)')
    .addHelpText('after', EXAMPLE);
  const named = COMMANDS.find(({ name }) => name === args.find((arg) => !arg.startsWith('-')));
  try {
    for (const entry of COMMANDS) {
      program.addCommand(
        entry === named ? (await entry.load()).command().summary(entry.summary) : new Command(entry.name).summary(entry.summary),
      );
    }
    throwInsteadOfExit(program);
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    process.exitCode = exitCodeOf(error, args);
  }
}

function exitCodeOf(error: unknown, args: readonly string[]): number {
  // commander has said what is wrong already
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  printError(error, { json: args.includes('--json'), verbose: args.includes('--verbose') });
  return error instanceof CopydeskError && error.code === 'BAD_ARGUMENT' ? EXIT.usage : EXIT.failed;
}

function throwInsteadOfExit(command: Command): void {
  command.exitOverride();
  for (const sub of command.commands) throwInsteadOfExit(sub);
}

/** `copydesk export | head` closes our output early: that is no failure. */
function endQuietlyOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done);
    throw error;
  });
}
