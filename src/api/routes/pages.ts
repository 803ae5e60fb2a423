/** The pages for people. Same data as /v1, no extra rights. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { CopydeskError } from '../../errors.ts';
import { articlePage } from '../pages/article-page.ts';
import { batchPage } from '../pages/batch-page.ts';
import { deskPage } from '../pages/desk-page.ts';
import { ICON, SCRIPT } from '../pages/layout.ts';
import { STYLE } from '../pages/style.ts';
import type { RouteContext, RouteFile } from './route-file.ts';

const LATEST = 12;
const BATCHES = 15;
const QUARANTINED = 20;
const PAGE_ITEMS = 200;

const sendHtml = (reply: FastifyReply, markup: string): FastifyReply => reply.type('text/html; charset=utf-8').send(markup);

function install(app: FastifyInstance, { service, facts }: RouteContext): void {
  const hidden = { schema: { hide: true } };

  app.get('/', hidden, async (_request, reply) => {
    const [now, batches, records, quarantine] = await Promise.all([
      facts(),
      service.listBatches(BATCHES),
      service.latestRecords(LATEST),
      service.quarantine.list({ limit: QUARANTINED }),
    ]);
    return sendHtml(reply, deskPage({ announces: service.config.webhook !== undefined, facts: now, batches, records, quarantine }));
  });

  app.get<{ Params: { id: string } }>('/articles/:id', hidden, async (request, reply) => {
    const record = await service.getRecord(request.params.id);
    if (record === undefined) throw new CopydeskError('NOT_FOUND', `no record ${request.params.id}`);
    const copies = record.cluster === undefined ? [] : await service.clusterRecords(record.cluster.id);
    return sendHtml(reply, articlePage(record, copies));
  });

  app.get<{ Params: { id: string }; Querystring: { after?: string } }>('/batches/:id', hidden, async (request, reply) => {
    const batch = request.params.id;
    const status = await service.batchStatus(batch);
    if (status === undefined) throw new CopydeskError('NOT_FOUND', `no batch ${batch}`);
    const { after } = request.query;
    const [items, quarantine] = await Promise.all([
      service.listItems({ batch, limit: PAGE_ITEMS, after }),
      status.counts.quarantined === 0 ? [] : service.quarantine.list({ batch, limit: QUARANTINED }),
    ]);
    const nextAfter = items.length === PAGE_ITEMS ? items.at(-1)?.id : undefined;
    return sendHtml(reply, batchPage({ status, items, quarantine, nextAfter }));
  });

  const asset = (path: string, type: string, body: string): void => {
    app.get(path, hidden, async (_request, reply) => reply.type(type).header('cache-control', 'max-age=300').send(body));
  };
  asset('/assets/desk.css', 'text/css; charset=utf-8', STYLE);
  asset('/assets/desk.js', 'text/javascript; charset=utf-8', SCRIPT);
  asset('/assets/icon.svg', 'image/svg+xml', ICON);
}

export const pages: RouteFile = { name: 'pages', install };
