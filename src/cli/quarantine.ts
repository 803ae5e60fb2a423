/** `copydesk quarantine`: articles that could not be read. They wait here, with the reason, until somebody decides. */
import { Command } from 'commander';
import { ERRORS, CopydeskError, type ErrorCode } from '../errors.ts';
import type { Service } from '../service.ts';
import { withDesk } from './desk.ts';
import { EXIT } from './outcome.ts';
import { paint } from './paint.ts';
import { columns, count, shorten } from './view/layout.ts';

interface Options {
  readonly all?: true;
  readonly batch?: string;
  readonly json?: true;
}

export function command(): Command {
  const quarantine = new Command('quarantine')
    .description('Articles that could not be read, each with its reason. They stay until they are tried again or dropped.')
    .addHelpText(
      'after',
      `\nExample:\n  $ copydesk quarantine list\n  $ copydesk quarantine retry --all\n  $ copydesk quarantine drop art_0123456789abcdef01234567`,
    );
  quarantine
    .command('list')
    .description('what is there, and why')
    .option('--batch <name>', 'only this batch')
    .option('--json', 'JSON lines')
    .addHelpText('after', `\nExample:\n  $ copydesk quarantine list --batch monday`)
    .action(list);
  quarantine
    .command('retry')
    .description('read them again, with a clean slate')
    .argument('[id...]', 'ids of articles')
    .option('--all', 'every one')
    .option('--batch <name>', 'every one of this batch')
    .option('--json', 'one JSON line')
    .addHelpText('after', `\nExample:\n  $ COPYDESK_READ_TIMEOUT_MS=60000 copydesk quarantine retry art_0123456789abcdef01234567`)
    .action((ids: string[], options: Options) => decide('retry', ids, options));
  quarantine
    .command('drop')
    .description('delete them, bytes and all')
    .argument('[id...]', 'ids of articles')
    .option('--all', 'every one')
    .option('--batch <name>', 'every one of this batch')
    .option('--json', 'one JSON line')
    .addHelpText('after', `\nExample:\n  $ copydesk quarantine drop --batch monday`)
    .action((ids: string[], options: Options) => decide('drop', ids, options));
  return quarantine;
}

async function list({ batch, json }: Options): Promise<void> {
  await withDesk(async (service) => {
    const items = await service.quarantine.list({ batch });
    if (!json && items.length === 0) console.log('The quarantine is empty.');
    for (const item of items) {
      if (json) {
        console.log(JSON.stringify(item));
        continue;
      }
      const { code = '?', detail = '' } = item.reason ?? {};
      console.log(`${paint.bad(code.padEnd(20))}  ${item.id}  ${item.inputId ?? item.file ?? ''}`);
      if (detail !== '') console.log(paint.faint(`  ${shorten(detail.replace(/\s+/g, ' '), columns(160) - 4)}`));
      if (code in ERRORS) console.log(paint.faint(`  → ${ERRORS[code as ErrorCode].remedy}`));
    }
  });
}

async function decide(what: 'retry' | 'drop', named: readonly string[], options: Options): Promise<void> {
  if (named.length === 0 && !options.all && options.batch === undefined)
    throw new CopydeskError('BAD_ARGUMENT', 'Name ids, or say --all or --batch.');
  await withDesk(async (service) => {
    const ids = named.length > 0 ? named : await idsOf(service, options.batch);
    const done = await service.quarantine[what](ids);
    const missed = ids.filter((id) => !done.includes(id));
    if (options.json) console.log(JSON.stringify({ [what === 'retry' ? 'retried' : 'dropped']: done, notInQuarantine: missed }));
    else {
      console.log(`${count(done.length, 'article')} ${what === 'retry' ? 'handed back to the workers' : 'dropped'}.`);
      for (const id of missed) console.error(`${paint.bad(id)} is not in quarantine.`);
    }
    if (missed.length > 0) process.exitCode = EXIT.refused;
  });
}

async function idsOf(service: Service, batch: string | undefined): Promise<string[]> {
  const items = await service.quarantine.list({ batch, limit: 100_000 });
  return items.map(({ id }) => id);
}
