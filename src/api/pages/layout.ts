/** The frame of every page, its style sheet and its one script. Nothing is loaded from elsewhere. */
import { html, type Html, type Printable } from './html.ts';

export function page(title: string, main: Printable, options: { readonly live?: boolean } = {}): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Copydesk</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/desk.css" />
        ${options.live === true && html`<script src="/assets/desk.js" defer></script>`}
      </head>
      <body>
        <header class="top">
          <div>
            <a class="brand" href="/">Copydesk</a>
            <nav>
              <a href="/queues">Queues</a>
              <a href="/metrics">Metrics</a>
              <a href="/openapi.json">API</a>
            </nav>
          </div>
        </header>
        <main>${main}</main>
      </body>
    </html>`.toString();
}

/** "1 quotation", "2 quotations". */
export function counted(count: number, noun: string, many = `${noun}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : many}`;
}

/** A time for people: "2026-11-22 14:03 UTC". */
export function when(iso: string | undefined): Html {
  if (iso === undefined) return html``;
  return html`<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC</time>`;
}

export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#7a1f1f"/><path d="M21.6 12.2c-.6-2.6-2.5-4-5.2-4-3.7 0-6.200 2.900-6.200 7.800s2.500 7.800 6.200 7.800c2.900 0 4.800-1.500 5.300-4.300" fill="none" stroke="#fff" stroke-width="3.200" stroke-linecap="round"/></svg>`;

/** Fetches the page again every few seconds while it is looked at, and swaps the sections that changed. Without it the page is still whole. */
export const SCRIPT = `'use strict';
const PAUSE_MS = 2500;
async function refresh() {
  if (document.hidden) return;
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  document.body.classList.toggle('stale', !answer.ok);
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const section of document.querySelectorAll('[data-live]')) {
    const next = fresh.getElementById(section.id);
    if (next === null) continue;
    for (const details of section.querySelectorAll('details[open][id]')) fresh.getElementById(details.id)?.setAttribute('open', '');
    if (next.innerHTML !== section.innerHTML) section.replaceChildren(...next.childNodes);
  }
}
async function loop() {
  try {
    await refresh();
  } catch {
    document.body.classList.add('stale');
  }
  setTimeout(loop, PAUSE_MS);
}
setTimeout(loop, PAUSE_MS);
`;
