/** Why a name has the id it has, or has none although one is known, as notes of the record. */
import type { Note } from '../article.ts';
import type { Link } from './link.ts';
import type { Judgement } from './evidence.ts';

/** Notes of one article; the first names of a text are the important ones. */
const MOST_NOTES = 40;
/** Reasons given, the strongest ones. */
const MOST_REASONS = 3;

/** One note a name that has a candidate with an id, in the order of the names. */
export function linkNotes(links: readonly (Link & { readonly name: string; readonly start: number; readonly end: number })[]): Note[] {
  const notes: Note[] = [];
  for (const { linked, judged, name, start, end } of links) {
    const withId = judged.filter(({ candidate: { known } }) => idOf(known) !== undefined);
    const best = withId.find(({ candidate }) => candidate.known === linked) ?? strongest(withId);
    if (best === undefined) continue;
    if (notes.length === MOST_NOTES) break;
    notes.push({
      stage: 'entities',
      rule: linked === undefined ? 'id-not-given' : 'id-given',
      text: noteText(name, best, linked !== undefined, withId.length),
      span: [start, end],
    });
  }
  return notes;
}

const idOf = ({ registered, wikidata }: Judgement['candidate']['known']): string | undefined => registered?.id ?? wikidata;

function strongest(judged: readonly Judgement[]): Judgement | undefined {
  let best: Judgement | undefined;
  for (const each of judged) if (best === undefined || each.points > best.points) best = each;
  return best;
}

function noteText(name: string, { candidate: { known }, found, isTaken }: Judgement, isLinked: boolean, count: number): string {
  const what = `${idOf(known) ?? ''} (${known.name})`;
  const verdict = isLinked ? `"${name}" is ${what}` : `"${name}" may be ${what}, but has no id`;
  if (isTaken && !isLinked) return `${verdict}: as much speaks for another of ${count} known ones`;
  const against = found.filter(({ sign }) => sign === 'against' || sign === 'veto');
  const shown = (!isLinked && against.length > 0 ? against : found).slice(0, MOST_REASONS).map(({ says }) => says);
  if (isLinked || against.length > 0) return `${verdict}: ${shown.join('; ')}`;
  return shown.length === 0 ? `${verdict}: nothing speaks for it` : `${verdict}: too little speaks for it (${shown.join('; ')})`;
}
