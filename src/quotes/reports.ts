/** Joins marked quotations and reported clauses: a clause around marked words becomes their content, a clause without any stands alone. */
import type { Span } from '../article.ts';
import type { Attribution } from './attribution.ts';
import { clauseAround } from './content.ts';
import type { ReportedClause } from './indirect.ts';
import { NONE, type Part } from './parts.ts';
import type { TokenisedParagraph } from './tokens.ts';

/** `marked` keeps its indexes; with `indirect`, clauses without marks follow it. */
export function withReports(
  marked: readonly Attribution[],
  clauses: readonly ReportedClause[],
  read: (paragraph: number) => TokenisedParagraph,
  indirect: boolean,
  without: ReadonlySet<Part> = NONE,
): Attribution[] {
  const attributions = [...marked];
  let first = 0;
  for (const clause of clauses) {
    const previous = attributions.length;
    clause.content.forEach((content, part) => {
      while (first < marked.length && marked[first]!.stretch.outerEnd <= content[0]) first++;
      let held = 0;
      for (let k = first; k < marked.length && marked[k]!.stretch.outerStart < content[1]; k++) {
        held++;
        const one = marked[k]!;
        const inside = one.stretch.outerStart >= content[0] && one.stretch.outerEnd <= content[1] + 1;
        const wider = one.stretch.outerStart > content[0] || one.stretch.outerEnd < content[1];
        if (one.kind === 'mixed' && inside && wider && one.content === undefined && !without.has('clauses'))
          attributions[k] = { ...one, content };
      }
      if (indirect && held === 0) attributions.push(standing(clause, content, part === 0 ? undefined : previous));
    });
  }
  marked.forEach((one, k) => {
    if (without.has('clauses') || one.kind !== 'mixed' || attributions[k]!.content !== undefined) return;
    const content = clauseAround(one, read(one.stretch.paragraph));
    if (content !== undefined) attributions[k] = { ...one, content };
  });
  return attributions;
}

function standing(clause: ReportedClause, [start, end]: Span, continues: number | undefined): Attribution {
  return {
    stretch: { start, end, outerStart: start, outerEnd: end, paragraph: clause.speaker.paragraph, kind: 'double', unclosed: false },
    kind: 'indirect',
    speaker: clause.speaker,
    cue: clause.cue,
    rule: clause.rule,
    score: 60,
    continues,
    medium: undefined,
  };
}
