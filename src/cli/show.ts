/** `copydesk show`: one article as it reads, or the copies of one story with what each changed. */
import { Command } from 'commander';
import type { NewsRecord } from '../article.ts';
import { diffParagraphs } from '../dedupe/diff.ts';
import { CopydeskError } from '../errors.ts';
import type { Service } from '../service.ts';
import { withDesk } from './desk.ts';
import { writeOut } from './ordered-output.ts';
import { paint } from './paint.ts';
import { renderArticle } from './view/article.ts';
import { renderChanges } from './view/changes.ts';
import { renderCluster } from './view/cluster.ts';

interface ShowOptions {
  readonly raw?: true;
  readonly json?: true;
  readonly diff?: true;
}

export function command(): Command {
  return new Command('show')
    .description(
      'Shows an article with its quotations coloured by speaker and its entities underlined, or the copies in a cluster and what each changed.',
    )
    .argument('<id>', 'id of an article (art_…) or of a cluster (clu_…)')
    .option('--raw', 'the bytes as they came in')
    .option(
      '--diff',
      'what a copy changed against the article that stands for its story, or an update against the earlier version, in full',
    )
    .option('--json', 'the record as JSON')
    .addHelpText(
      'after',
      `\nExample:\n  $ copydesk show art_0123456789abcdef01234567\n  $ copydesk show clu_0123456789abcdef01234567
  $ copydesk show art_0123456789abcdef01234567 --diff`,
    )
    .action(show);
}

async function show(id: string, options: ShowOptions): Promise<void> {
  await withDesk(async (service) => {
    if (options.raw) return showRaw(service, id);
    const record = await service.getRecord(id);
    if (record !== undefined && options.diff) return writeOut(await changesOf(service, record, options));
    if (record !== undefined) return writeOut(options.json ? `${JSON.stringify(record)}\n` : renderArticle(record));
    const copies = await service.clusterRecords(id);
    if (copies.length > 0) {
      if (options.json) return writeOut(copies.map((copy) => `${JSON.stringify(copy)}\n`).join(''));
      const follows = copies.find(({ cluster }) => cluster?.role === 'update')?.cluster?.of;
      return writeOut(renderCluster(id, copies, follows === undefined ? undefined : await service.getRecord(follows)));
    }
    return showUnread(service, id, options);
  });
}

async function changesOf(service: Service, record: NewsRecord, { json }: ShowOptions): Promise<string> {
  const of = record.cluster?.of;
  const earlier = of === undefined ? undefined : await service.getRecord(of);
  if (earlier === undefined) throw new CopydeskError('NOT_FOUND', `${record.id} is no copy and no update of another article.`);
  return json ? `${JSON.stringify(diffParagraphs(record.body, earlier.body))}\n` : renderChanges(record, earlier);
}

async function showRaw(service: Service, id: string): Promise<void> {
  const raw = await service.getRaw(id);
  if (raw === undefined) throw new CopydeskError('NOT_FOUND', `No article has the id ${id}.`);
  process.stdout.write(raw.bytes);
}

/** Accepted but not read yet, or quarantined. */
async function showUnread(service: Service, id: string, options: ShowOptions): Promise<void> {
  const item = await service.getItem(id);
  if (item === undefined) throw new CopydeskError('NOT_FOUND', `Nothing has the id ${id}.`);
  if (options.json) return writeOut(`${JSON.stringify(item)}\n`);
  const reason = item.reason === undefined ? '' : `: ${item.reason.code} ${item.reason.detail}`;
  return writeOut(`${id} is ${paint.strong(item.state)}${reason}\n${paint.faint(`Its bytes: copydesk show ${id} --raw`)}\n`);
}
