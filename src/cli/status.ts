/** `copydesk status`: batches and how far they are. */
import { Command } from 'commander';
import { CopydeskError } from '../errors.ts';
import type { BatchItem } from '../service.ts';
import type { BatchStatus } from '../store/store.ts';
import { withDesk } from './desk.ts';
import { wholeNumber } from './number-option.ts';
import { paint } from './paint.ts';
import { renderCounts } from './view/batch-table.ts';
import { columns, count, shorten } from './view/layout.ts';

interface StatusOptions {
  readonly limit: number;
  readonly json?: true;
}

export function command(): Command {
  return new Command('status')
    .description('Without a name: the newest batches. With one: its articles and what became of them.')
    .argument('[batch]', 'name of a batch')
    .option('--limit <n>', 'at most this many batches or articles', wholeNumber(1, 100_000), 50)
    .option('--json', 'JSON lines')
    .addHelpText('after', `\nExample:\n  $ copydesk status\n  $ copydesk status first-batch`)
    .action(status);
}

async function status(batch: string | undefined, options: StatusOptions): Promise<void> {
  await withDesk(async (service) => {
    if (batch === undefined) {
      const batches = await service.listBatches(options.limit);
      if (options.json) for (const one of batches) console.log(JSON.stringify(one));
      else if (batches.length === 0) console.log(`No batch yet. Start with ${paint.strong('npx copydesk first-batch')}`);
      else for (const one of batches) console.log(batchLine(one));
      return;
    }
    const found = await service.batchStatus(batch);
    if (found === undefined) throw new CopydeskError('NOT_FOUND', `No batch is called ${batch}.`);
    const items = await service.listItems({ batch, limit: options.limit });
    if (options.json) console.log(JSON.stringify({ ...found, items }));
    else {
      console.log(batchLine(found));
      for (const item of items) console.log(itemLine(item));
      if (found.total > items.length) console.log(paint.faint(`… and ${count(found.total - items.length, 'more', 'more')}; see --limit`));
    }
  });
}

function batchLine({ batch, createdAt, total, counts }: BatchStatus): string {
  return `${paint.strong(batch.padEnd(28))}  ${paint.faint(createdAt.slice(0, 16).replace('T', ' '))}  ${count(total, 'article').padStart(14)}  ${renderCounts(counts)}`;
}

function itemLine({ id, state, headline, file, inputId, reason }: BatchItem): string {
  const colour = state === 'quarantined' ? paint.bad : state === 'stored' ? paint.good : state === 'copy' ? paint.note : paint.warn;
  const words = reason === undefined ? headline || inputId || file || '' : `${reason.code} ${reason.detail}`;
  return `  ${colour(state.padEnd(11))}  ${paint.faint(id)}  ${shorten(words, columns(160) - 45)}`;
}
