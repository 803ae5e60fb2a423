/** `/articles/<id>`: one record for people. What was found is marked in the text; what was taken out stands below with the reason. */
import type { NewsRecord, Quotation } from '../../article.ts';
import { html, outsideLink, type Html } from './html.ts';
import { counted, page, when } from './layout.ts';
import { speakerName, titleOf } from './names.ts';
import { markedBody, markedHeadline } from './marked-body.ts';

function facts(record: NewsRecord): Html {
  const { byline, dateline, publishedAt, modifiedAt, outlet, section, source, language, kind, body } = record;
  const parts: readonly (string | Html | undefined)[] = [
    outlet ?? source.host,
    byline?.text,
    publishedAt === undefined ? undefined : html`<time datetime="${publishedAt.value}">${publishedAt.value.replace('T', ' ')}</time>`,
    modifiedAt === undefined ? undefined : html`changed ${modifiedAt.value.replace('T', ' ')}`,
    dateline?.text,
    section,
    kind === 'article' ? undefined : kind,
    language.code === 'en' ? undefined : `language ${language.code}`,
    `${body.words} words`,
  ];
  return html`<p class="soft">${parts.filter((part) => part !== undefined).map((part, index) => html`${index > 0 && ' · '}${part}`)}</p>`;
}

function cluster({ cluster: membership, provenance }: NewsRecord, copies: readonly NewsRecord[], id: string): Html {
  const others = copies.filter((copy) => copy.id !== id);
  return html`
    ${provenance !== undefined && html`<p>First published by <b>${provenance.originator}</b> <span class="soft">(“${provenance.evidence}”)</span></p>`}
    ${
      membership !== undefined &&
      others.length > 0 &&
      html`<details id="copies">
        <summary>
          ${membership.role === 'canonical' ? 'Stands for' : `Is a ${membership.role} in`} a story with ${others.length} more
          ${others.length === 1 ? 'copy' : 'copies'}
        </summary>
        <ul>
          ${others.map((copy) => html`<li><a href="/articles/${copy.id}">${titleOf(copy)}</a> <span class="soft">${copy.outlet ?? ''}</span></li>`)}
        </ul>
      </details>`
    }
  `;
}

function quotationList(record: NewsRecord, quotations: readonly Quotation[]): Html {
  if (quotations.length === 0) return html`<p class="soft">None.</p>`;
  return html`<ul class="quotes">
    ${quotations.map((quotation) => {
      const { text, cue, kind, medium, headline } = quotation;
      return html`<li>
        “${text.replace(/,$/, '')}”
        <footer>
          <b>${speakerName(record, quotation)}</b>${cue !== null && /\p{L}/u.test(cue.text) && html`, ${cue.text}`} ·
          ${kind}${medium !== undefined && html` · ${medium}`}${headline !== undefined && html` · also in the headline`}
        </footer>
      </li>`;
    })}
  </ul>`;
}

function entityList({ entities }: NewsRecord): Html {
  if (entities.length === 0) return html`<p class="soft">None.</p>`;
  const ranked = [...entities].sort((a, b) => b.salience - a.salience);
  return html`<ul>
    ${ranked.map(({ name, kind, wikidata, mentions, descriptors = [] }) => {
      const link = wikidata === undefined ? undefined : `https://www.wikidata.org/wiki/${wikidata}`;
      return html`<li>
        ${outsideLink(link, name)}
        <span class="soft small">${kind} · ${mentions.length}×${descriptors.length > 0 && html` · ${descriptors.join(', ')}`}</span>
      </li>`;
    })}
  </ul>`;
}

export function articlePage(record: NewsRecord, copies: readonly NewsRecord[]): string {
  const address = record.canonicalUrl ?? record.source.url;
  const inHeadline = record.headlineQuotations ?? [];
  return page(
    titleOf(record),
    html`
      <h1 class="marked">${record.headline === '' ? titleOf(record) : markedHeadline(record)}</h1>
      ${record.standfirst !== undefined && html`<p class="standfirst">${record.standfirst}</p>`} ${facts(record)}
      ${cluster(record, copies, record.id)}
      <div class="article">
        <div>
          <p class="legend small soft body">
            <span class="quote">quotation</span><span class="speaker">speaker</span><span class="cue">cue</span
            ><span class="name">name</span>
          </p>
          ${markedBody(record)}
          <h2>Taken out</h2>
          ${
            record.removed.length === 0
              ? html`<p class="soft">Nothing.</p>`
              : html`<details id="removed">
                  <summary>${counted(record.removed.length, 'block')}</summary>
                  <table>
                    ${record.removed.map(
                      ({ text, reason, rule }) =>
                        html`<tr>
                          <td>${text}</td>
                          <td class="small">
                            ${reason}
                            <div class="soft"><code>${rule}</code></div>
                          </td>
                        </tr>`,
                    )}
                  </table>
                </details>`
          }
          <h2>Where it came from</h2>
          <p class="small">
            ${address !== undefined && html`${outsideLink(address, address)}<br />`}
            ${record.source.file !== undefined && html`file ${record.source.file}<br />`} ${record.raw.mediaType}, ${record.raw.charset},
            ${record.raw.bytes.toLocaleString('en')} bytes, received
            ${when(record.source.receivedAt)}${record.source.retrievedAt !== undefined && html`, fetched ${when(record.source.retrievedAt)}`}<br />
            <a href="/v1/articles/${record.id}">record (JSON)</a> · <a href="/v1/articles/${record.id}/raw">raw bytes</a>
          </p>
          ${
            record.notes.length > 0 &&
            html`<details id="notes">
              <summary>${counted(record.notes.length, 'note')}</summary>
              <ul class="small">
                ${record.notes.map(({ stage, rule, text }) => html`<li><code>${stage}/${rule}</code> ${text}</li>`)}
              </ul>
            </details>`
          }
        </div>
        <aside>
          <h2>Quotations (${record.quotations.length})</h2>
          ${quotationList(record, record.quotations)}
          ${
            inHeadline.length > 0 &&
            html`<h2>Only in the headline (${inHeadline.length})</h2>
              ${quotationList(record, inHeadline)}`
          }
          <h2>Entities (${record.entities.length})</h2>
          ${entityList(record)}
        </aside>
      </div>
    `,
  );
}

export function errorPage(title: string, detail: string, remedy: string): string {
  return page(
    title,
    html`<h1>${title}</h1>
      <p>${detail}</p>
      <p class="soft">${remedy}</p>
      <p><a href="/">Back to the desk</a></p>`,
  );
}
