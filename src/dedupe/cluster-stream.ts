/** Clustering of raw page texts, line by line: what `copydesk cluster --jsonl` runs. */
import type { ClusterMembership } from '../article.ts';
import type { MemoryIndex } from './memory-index.ts';
import { signArticle, type LeftOut } from './sign.ts';

export interface PageText {
  readonly id: string;
  /** The page as text: headline, byline, paragraphs and furniture, a line each. */
  readonly text: string;
  readonly outlet?: string | undefined;
}

/** Puts one page into the index. Ask `index.clusterOf(id)` at the end: a cluster may have been merged into an older one since. */
export function clusterText(page: PageText, index: MemoryIndex, leftOut?: LeftOut): ClusterMembership {
  const signature = signArticle({ headline: '', body: { text: page.text, paragraphs: lineSpans(page.text) } }, leftOut);
  return index.add({ id: page.id, signature, outlet: page.outlet }).membership;
}

function lineSpans(text: string): [number, number][] {
  const spans: [number, number][] = [];
  let start = 0;
  while (start < text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    if (end > start) spans.push([start, end]);
    start = end + 1;
  }
  return spans;
}
