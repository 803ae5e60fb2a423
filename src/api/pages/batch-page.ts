/** `/batches/<name>`: one batch, its articles and their states. */
import type { BatchItem } from '../../service.ts';
import type { BatchStatus } from '../../store/store.ts';
import { quarantineTable } from './desk-page.ts';
import { html, type Html } from './html.ts';
import { counted, page, when } from './layout.ts';
import { countList, progressBar, stateLabel } from './state.ts';

export interface BatchView {
  readonly status: BatchStatus;
  readonly items: readonly BatchItem[];
  readonly quarantine: readonly BatchItem[];
  /** Where the next page starts; undefined on the last. */
  readonly nextAfter: string | undefined;
}

function itemRow({ id, state, headline, outlet, file, inputId }: BatchItem): Html {
  const title = headline === undefined || headline === '' ? (file ?? inputId ?? id) : headline;
  return html`<tr>
    <td>${state === 'stored' || state === 'copy' ? html`<a href="/articles/${encodeURIComponent(id)}">${title}</a>` : title}</td>
    <td class="small soft">${outlet ?? ''}</td>
    <td class="small">${stateLabel(state)}</td>
    <td class="small soft"><code>${id}</code></td>
  </tr>`;
}

export function batchPage({ status, items, quarantine, nextAfter }: BatchView): string {
  const href = `/batches/${encodeURIComponent(status.batch)}`;
  return page(
    status.batch,
    html`
      <h1>${status.batch}</h1>
      <section id="progress" data-live>
        <p class="soft">${counted(status.total, 'article')}, since ${when(status.createdAt)}${status.done ? ', done' : ', in progress'}.</p>
        ${progressBar(status)}
        <p>${countList(status.counts)}</p>
      </section>
      ${
        quarantine.length > 0 &&
        html`<h2>Quarantine</h2>
          ${quarantineTable(quarantine)}`
      }
      <h2>Articles</h2>
      <section id="articles" data-live>
        <div class="scroll">
          <table>
            <tr>
              <th>headline</th>
              <th>outlet</th>
              <th>state</th>
              <th>id</th>
            </tr>
            ${items.map(itemRow)}
          </table>
        </div>
        ${nextAfter !== undefined && html`<p><a href="${href}?after=${encodeURIComponent(nextAfter)}">Next page</a></p>`}
      </section>
    `,
    { live: true },
  );
}
