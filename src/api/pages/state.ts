/** States and progress as people see them. */
import { ITEM_STATES, type BatchStatus, type ItemState } from '../../store/store.ts';
import { html, type Html } from './html.ts';

const LABELS: Readonly<Record<ItemState, string>> = {
  accepted: 'waiting',
  processing: 'being read',
  stored: 'stored',
  copy: 'copy of another',
  quarantined: 'quarantined',
};

export function stateLabel(state: ItemState, count?: number): Html {
  return html`<span class="dot ${state}">${count !== undefined && html`<b class="num">${count}</b> `}${LABELS[state]}</span>`;
}

/** A segmented bar. SVG widths, because the content policy forbids style attributes. */
export function progressBar({ counts, total }: Pick<BatchStatus, 'counts' | 'total'>): Html {
  const order: readonly ItemState[] = ['stored', 'copy', 'quarantined', 'processing'];
  const done = counts.stored + counts.copy + counts.quarantined;
  let x = 0;
  const segments = order.map((state) => {
    const width = total === 0 ? 0 : (100 * counts[state]) / total;
    const rect = html`<rect class="${state}" x="${x.toFixed(3)}%" width="${width.toFixed(3)}%" height="10"></rect>`;
    x += width;
    return width === 0 ? undefined : rect;
  });
  return html`<svg class="bar" role="img" aria-label="${done} of ${total} done" height="10">${segments}</svg>`;
}

export function countList(counts: BatchStatus['counts']): Html {
  const shown = ITEM_STATES.filter((state) => counts[state] > 0);
  return html`<span class="small">${shown.map((state) => html`${stateLabel(state, counts[state])} &nbsp; `)}</span>`;
}
