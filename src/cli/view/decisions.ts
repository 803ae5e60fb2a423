/** What cleaning decided, block by block, for people. */
import type { Note } from '../../article.ts';
import type { BlockDecision } from '../../clean/decision.ts';
import { paint } from '../paint.ts';
import { columns, count, shorten } from './layout.ts';

export function renderDecisions(file: string, blocks: readonly BlockDecision[]): string {
  const width = columns(140);
  const ruleWidth = Math.min(26, Math.max(8, ...blocks.map(({ rule }) => rule.length)));
  const lines = blocks.map(({ kept, rule, reason, score, text }) => {
    const head = `${kept ? paint.good('keep  ') : paint.bad('remove')} ${score === undefined ? '      ' : score.toFixed(2).padStart(6)}  ${rule.padEnd(ruleWidth)}  `;
    const shown = shorten(text.replace(/\s+/g, ' ').trim(), width - 17 - ruleWidth);
    return `${head}${kept ? shown : paint.faint(shown)}${kept || reason === '' ? '' : `\n${' '.repeat(17 + ruleWidth)}${paint.faint(`└ ${shorten(reason, width - 19 - ruleWidth)}`)}`}`;
  });
  const kept = blocks.filter((block) => block.kept).length;
  return `${paint.strong(file)}  ${count(kept, 'block')} kept, ${blocks.length - kept} removed\n${lines.join('\n')}\n\n`;
}

/** Why names have the ids they have, or none. */
export function renderIds(notes: readonly Note[]): string {
  if (notes.length === 0) return '';
  const width = columns(140);
  const lines = notes.map(
    ({ rule, text }) => `${rule === 'id-given' ? paint.good('id   ') : paint.bad('no id')}  ${shorten(text, width - 7)}`,
  );
  return `${lines.join('\n')}\n\n`;
}
