/** Which DOM Readability runs on: the small one, jsdom where the operator says so, and jsdom as a second try where the small one fails. */
import type { Note } from '../../article.ts';
import type { Scope } from './blocks.ts';
import { jsdomEngine } from './jsdom-engine.ts';
import type { PageNode } from './page.ts';
import { lightEngine, readableScopes, type DomEngine } from './readability.ts';

/** `light`: our own small DOM, a tenth of jsdom's time with the same results. `jsdom`: the reference. */
export type DomName = 'light' | 'jsdom';

export interface ReadableScopes {
  /** Numbers of the scopes that Readability keeps; undefined when it finds no article. */
  readonly scopes: ReadonlySet<number> | undefined;
  /** Says that the small DOM failed and what jsdom made of it. */
  readonly note: Note | undefined;
}

/** With less prose than this on a page, finding no article is no failure. UTF-16 units; Readability's threshold for an article here. */
const MIN_PROSE = 250;

const noteOf = (text: string): Note => ({ stage: 'clean', rule: 'dom-second-try', text });

/**
 * Asks Readability, on jsdom after the small DOM threw, or found nothing on a page that has prose. Both see only what the guard let through, and the same
 * limits hold for both.
 *
 * @param engines for tests: the small DOM and the second try.
 * @throws Error what the second try throws.
 */
export function findReadable(
  roots: readonly PageNode[],
  scopes: readonly Scope[],
  dom: DomName = 'light',
  engines: { readonly light: DomEngine; readonly jsdom: DomEngine } = { light: lightEngine, jsdom: jsdomEngine },
): ReadableScopes {
  if (dom === 'jsdom') return { scopes: readableScopes(roots, scopes, engines.jsdom), note: undefined };
  let failure: string;
  try {
    const kept = readableScopes(roots, scopes, engines.light);
    const prose = scopes.reduce((sum, { parent, proseChars }) => (parent === undefined ? sum + proseChars : sum), 0);
    if (kept !== undefined || prose < MIN_PROSE) return { scopes: kept, note: undefined };
    failure = 'found no article';
  } catch (error) {
    failure = `failed (${error instanceof Error ? error.name : 'unknown error'})`;
  }
  const kept = readableScopes(roots, scopes, engines.jsdom);
  // both find nothing: there is nothing to tell
  if (kept === undefined && failure === 'found no article') return { scopes: undefined, note: undefined };
  return { scopes: kept, note: noteOf(`The small DOM ${failure}; the page was read with jsdom.`) };
}
