/** `copydesk migrate`: brings the database schema up to date and ends. Other commands do so too; a fleet does it once, before its processes start. */
import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { openService } from '../service.ts';
import { paint } from './paint.ts';

export function command(): Command {
  return new Command('migrate')
    .description('Brings the database schema up to date and ends.')
    .option('--json', 'one JSON line')
    .addHelpText('after', `\nExample:\n  $ DATABASE_URL=postgres://… copydesk migrate`)
    .action(migrate);
}

async function migrate({ json }: { readonly json?: true }): Promise<void> {
  const service = await openService(readConfig());
  try {
    const { deployment, postgres } = await service.facts();
    if (json) console.log(JSON.stringify({ deployment, migrations: postgres.migrations }));
    else console.log(`${paint.good('The schema is up to date')}: ${postgres.migrations.at(-1) ?? 'nothing to do'}.`);
  } finally {
    await service.close();
  }
}
