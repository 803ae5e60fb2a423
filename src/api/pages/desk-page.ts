/** `/`: what is going on. Batches with progress, the latest articles with who said what, what stands in quarantine and why. */
import type { NewsRecord } from '../../article.ts';
import { ERRORS, type ErrorCode } from '../../errors.ts';
import type { BatchItem, ServiceFacts } from '../../service.ts';
import type { BatchStatus } from '../../store/store.ts';
import { html, type Html } from './html.ts';
import { counted, page, when } from './layout.ts';
import { speakerName, titleOf } from './names.ts';
import { countList, progressBar } from './state.ts';

export interface Desk {
  /** A webhook is set, so events wait to be delivered. */
  readonly announces: boolean;
  readonly facts: ServiceFacts;
  readonly batches: readonly BatchStatus[];
  readonly records: readonly NewsRecord[];
  readonly quarantine: readonly BatchItem[];
}

const batchHref = (batch: string): string => `/batches/${encodeURIComponent(batch)}`;
const articleHref = (id: string): string => `/articles/${encodeURIComponent(id)}`;

function facts({ items, queue, clusters, outboxPending, deployment, postgres }: ServiceFacts, announces: boolean): Html {
  const cells: readonly (readonly [string, number])[] = [
    ['stored', items.stored + items.copy],
    ['of these copies', items.copy],
    ['waiting', items.accepted],
    ['being read', items.processing],
    ['quarantined', items.quarantined],
    ['stories', clusters],
    ...(announces ? [['to announce', outboxPending] as const] : []),
  ];
  return html`<ul class="facts">
      ${cells.map(([label, count]) => html`<li><b>${count.toLocaleString('en')}</b><span class="soft small">${label}</span></li>`)}
    </ul>
    <p class="soft small">
      ${deployment === 'embedded' ? 'Embedded Postgres' : `Postgres ${postgres.version.split(' ')[0] ?? ''}`}, queue in
      ${queue.backend === 'redis' ? `Redis/Valkey ${queue.version}` : 'Postgres'}${!queue.reachable && html` <b>(not reachable: articles wait, none is lost)</b>`}.
    </p>`;
}

function batchTable(batches: readonly BatchStatus[]): Html {
  if (batches.length === 0) {
    return html`<div class="empty">
      Nothing has come in yet. Try <code>npx copydesk ingest seeds/*.txt</code>, or
      <code>curl --data-binary @page.html -H 'content-type: text/html' 'http://127.0.0.1:3004/v1/articles?url=https://…'</code>
    </div>`;
  }
  return html`<div class="scroll">
    <table>
      <tr>
        <th>batch</th>
        <th>since</th>
        <th class="num">articles</th>
        <th>progress</th>
        <th></th>
      </tr>
      ${batches.map(
        (batch) =>
          html`<tr>
            <td class="name"><a href="${batchHref(batch.batch)}">${batch.batch}</a></td>
            <td class="small soft">${when(batch.createdAt)}</td>
            <td class="num">${batch.total.toLocaleString('en')}</td>
            <td class="wide">${progressBar(batch)}</td>
            <td>${countList(batch.counts)}</td>
          </tr>`,
      )}
    </table>
  </div>`;
}

const MAX_CARD_QUOTE = 220;

function shortened(text: string): string {
  return text.length <= MAX_CARD_QUOTE ? text : `${text.slice(0, text.lastIndexOf(' ', MAX_CARD_QUOTE)).toWellFormed()} …`;
}

type RecordQuotation = NewsRecord['quotations'][number];

const cardRank = ({ text, speaker, kind }: RecordQuotation): number =>
  Math.min(text.length, MAX_CARD_QUOTE) + (speaker === null ? 0 : 1000) + (kind === 'direct' ? 500 : 0);

/** The quotation to show on the card: a long direct one whose speaker is known, where there is one. */
function cardQuotation({ quotations }: NewsRecord): RecordQuotation | undefined {
  return quotations.reduce<RecordQuotation | undefined>(
    (best, one) => (best === undefined || cardRank(one) > cardRank(best) ? one : best),
    undefined,
  );
}

function card(record: NewsRecord): Html {
  const quotation = cardQuotation(record);
  const speakers = [...new Set(record.quotations.flatMap((one) => (one.speaker === null ? [] : [speakerName(record, one)])))];
  const line = [record.outlet ?? record.source.host, record.publishedAt?.value.slice(0, 10)]
    .filter((part) => part !== undefined)
    .join(', ');
  return html`<article class="card">
    <h3><a href="${articleHref(record.id)}">${titleOf(record)}</a></h3>
    <div class="small soft">
      ${line} ${record.provenance !== undefined && html`· first published by <b>${record.provenance.originator}</b>`}
      ${record.cluster?.role === 'copy' && html`· <span class="dot copy">copy</span>`}
    </div>
    ${
      quotation !== undefined &&
      html`<blockquote>
        “${shortened(quotation.text.replace(/,$/, ''))}”
        <footer>${speakerName(record, quotation)}</footer>
      </blockquote>`
    }
    <div class="small soft">
      ${counted(record.quotations.length, 'quotation')}${speakers.length > 0 && html`: ${speakers.slice(0, 4).join(', ')}${speakers.length > 4 && ' …'}`}
      · ${counted(record.entities.length, 'entity', 'entities')} · ${counted(record.removed.length, 'block')} removed
    </div>
  </article>`;
}

export function quarantineTable(items: readonly BatchItem[]): Html {
  if (items.length === 0) return html`<div class="empty">Nothing is in quarantine.</div>`;
  return html`<div class="scroll">
      <table>
        <tr>
          <th>article</th>
          <th>batch</th>
          <th>reason</th>
          <th>what to do</th>
        </tr>
        ${items.map(({ id, file, inputId, batch, reason }) => {
          const code = reason?.code ?? '';
          return html`<tr>
            <td>
              <code>${id}</code>
              <div class="small soft">${file ?? inputId ?? ''}</div>
            </td>
            <td><a href="${batchHref(batch)}">${batch}</a></td>
            <td>
              <b>${code}</b>
              <div class="small soft">${reason?.detail ?? ''}</div>
            </td>
            <td class="small">${code in ERRORS ? ERRORS[code as ErrorCode].remedy : 'See docs/errors.md.'}</td>
          </tr>`;
        })}
      </table>
    </div>
    <p class="small soft">
      <code>copydesk quarantine retry &lt;id&gt;</code> reads one again, <code>copydesk quarantine drop &lt;id&gt;</code> deletes it.
    </p>`;
}

export function deskPage({ announces, facts: now, batches, records, quarantine }: Desk): string {
  return page(
    'The desk',
    html`
      <section id="facts" data-live>
        ${facts(now, announces)} ${now.warnings.map((warning) => html`<p class="warning">${warning}</p>`)}
      </section>
      <h2>Batches</h2>
      <section id="batches" data-live>${batchTable(batches)}</section>
      <h2>Latest articles</h2>
      <section id="latest" data-live>
        ${records.length === 0 ? html`<div class="empty">None yet.</div>` : html`<div class="cards">${records.map(card)}</div>`}
      </section>
      <h2>Quarantine</h2>
      <section id="quarantine" data-live>${quarantineTable(quarantine)}</section>
    `,
    { live: true },
  );
}
