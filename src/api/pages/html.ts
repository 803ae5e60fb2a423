/** Server-rendered HTML that cannot be written unescaped by mistake: every value put into `html` is escaped unless it is Html itself. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

export type Printable = Html | string | number | false | undefined | null | readonly Printable[];

function print(value: Printable): string {
  if (value === undefined || value === null || value === false) return '';
  if (value instanceof Html) return value.toString();
  if (typeof value === 'object') return value.map(print).join('');
  return String(value).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/**
 * @example html`<p title="${title}">${paragraphs}</p>`
 */
export function html(strings: TemplateStringsArray, ...values: readonly Printable[]): Html {
  let markup = strings[0] ?? '';
  for (const [index, value] of values.entries()) markup += print(value) + (strings[index + 1] ?? '');
  return new Html(markup);
}

/** A link when the address is http(s); else the text alone, so that no `javascript:` address from an article becomes clickable. */
export function outsideLink(address: string | undefined, text: Printable): Html {
  if (address === undefined || !URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) return html`${text}`;
  return html`<a href="${address}" rel="noreferrer noopener">${text}</a>`;
}
