/** From a speaker's mention to the person, group or document behind it: names by entity, pronouns and nominals by who was spoken of last. */
import { lexicon } from './lexicon.ts';
import type { Entity, PlacedText, Span, Speaker } from '../article.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Attribution } from './attribution.ts';
import { acronymsIn } from './acronyms.ts';
import type { SpeakerMention } from './mention.ts';
import { foldName } from '../text/fold.ts';
import { firstNames } from '../text/names.ts';
import { createCast, type Cast, type Member } from './cast.ts';
import { NONE, type Part } from './parts.ts';

interface Resolution {
  readonly member: Member | undefined;
  readonly name: string;
  readonly confidence: number;
}

interface Step {
  readonly at: number;
  readonly speaker: SpeakerMention | undefined;
  readonly pronoun: Span | undefined;
}

/**
 * Reads the text once from left to right, keeping who was mentioned when; a pronoun or nominal goes to the best candidate at its place.
 * Salience order follows centering (Grosz, Joshi, Weinstein 1995): subject before object, recent before old, the last speaker first.
 */
export function resolveSpeakers(
  text: string,
  paragraphs: readonly Span[],
  attributions: readonly Attribution[],
  entities: readonly Entity[],
  without: ReadonlySet<Part> = NONE,
): { speakers: (Speaker | null)[]; entities: Entity[] } {
  const quoted = attributions
    .filter(({ kind }) => kind !== 'indirect')
    .map(({ stretch }): Span => [stretch.outerStart, stretch.outerEnd])
    .sort((a, b) => a[0] - b[0]);
  const sentences = paragraphs.flatMap(([start, end]) => splitSentences(text, start, end));
  const cast = createCast(text, entities, quoted, sentences, paragraphs);
  const acronyms = acronymsIn(text);
  const resolutions = new Map<number, Resolution>();
  const references = new Map<Member, PlacedText[]>();
  for (const step of stepsOf(text, attributions, quoted)) {
    cast.advance(step.at);
    if (step.speaker !== undefined) {
      const resolution = resolve(text, step.speaker, cast, acronyms, without);
      resolutions.set(step.at, resolution);
      if (resolution.member !== undefined) {
        cast.speaks(resolution.member, step.at);
        if (step.speaker.kind !== 'name') refer(references, resolution.member, text, step.speaker.span);
      } else {
        const { kind, head } = step.speaker;
        if (kind !== 'pronoun') cast.someoneElseSpeaks(step.at, resolution.name, !lexicon.personHead.test(text.slice(...head)));
      }
    } else if (step.pronoun !== undefined) {
      const word = text.slice(...step.pronoun).toLowerCase();
      const found = cast.antecedent(step.at, lexicon.pronouns.get(word)!);
      if (found?.member.entity !== undefined && found.confidence >= 0.6) {
        refer(references, found.member, text, step.pronoun);
        cast.refersTo(found.member, step.at);
      }
    }
  }
  const speakers = attributions.map(({ speaker, score }): Speaker | null => {
    if (speaker === undefined) return null;
    const { member, name, confidence } = resolutions.get(speaker.span[0])!;
    const sure = Math.round(Math.min(0.99, confidence * (0.5 + Math.min(score, 100) / 200)) * 100) / 100;
    const mention = { span: speaker.span, text: text.slice(...speaker.span) };
    return member?.entity === undefined
      ? { mention, name, confidence: sure }
      : { mention, entity: member.entity.id, name, confidence: sure };
  });
  return { speakers, entities: withReferences(entities, references) };
}

/** Speaker mentions and personal pronouns outside quotations, in order. */
function stepsOf(text: string, attributions: readonly Attribution[], quoted: readonly Span[]): Step[] {
  const bySpan = new Map<number, SpeakerMention>();
  for (const { speaker } of attributions) if (speaker !== undefined) bySpan.set(speaker.span[0], speaker);
  const steps: Step[] = [...bySpan].map(([at, speaker]) => ({ at, speaker, pronoun: undefined }));
  let next = 0;
  for (const match of text.matchAll(lexicon.personalPronouns)) {
    const at = match.index;
    while (next < quoted.length && quoted[next]![1] <= at) next++;
    if ((quoted[next]?.[0] ?? Infinity) <= at || bySpan.has(at)) continue;
    steps.push({ at, speaker: undefined, pronoun: [at, at + match[0].length] });
  }
  return steps.sort((a, b) => a.at - b.at);
}

const withoutArticle = (phrase: string): string => phrase.replace(lexicon.leadingArticle, '');

/** "CEO of the Refugee Council Ann Lee"; "The head of the union, Ann Lee,": an office with its holder's name at or after its end. */
function officeHolder(text: string, speaker: SpeakerMention, head: string, cast: Cast): Resolution | undefined {
  if (!lexicon.officeHeads.has(head.toLowerCase()) && speaker.kind !== 'nominal') return undefined;
  const inside = lexicon.officeHeads.has(head.toLowerCase()) ? cast.personEndingAt(speaker.span[1]) : undefined;
  if (
    inside !== undefined &&
    inside.at > speaker.span[0] &&
    !lexicon.prepositionBeforePerson.test(text.slice(speaker.span[0], inside.at).replace(/(?:\p{Lu}[\p{L}]*\.\s+)+$/u, ''))
  )
    return { member: inside.member, name: stripTitles(inside.member.name), confidence: 0.9 };
  const trailing = lexicon.officeHeads.has(head.toLowerCase()) ? trailingPerson(text.slice(speaker.head[1], speaker.span[1])) : undefined;
  if (trailing !== undefined) {
    const member = cast.memberCalled(trailing);
    return { member, name: member?.name ?? trailing, confidence: 0.85 };
  }
  const gap = /^\s*(?:\([^)]{0,80}\))?,\s+/.exec(text.slice(speaker.span[1], speaker.span[1] + 90));
  if (gap === null) return undefined;
  const at = speaker.span[1] + gap[0].length;
  const next = cast.personStartingAt(at);
  return next !== undefined && /^(?:[,.]|\s+\p{Ll})/u.test(text.slice(next.end, next.end + 3))
    ? { member: next.member, name: stripTitles(next.member.name), confidence: 0.9 }
    : undefined;
}

function refer(references: Map<Member, PlacedText[]>, member: Member, text: string, span: Span): void {
  const list = references.get(member) ?? [];
  list.push({ span, text: text.slice(...span) });
  references.set(member, list);
}

function withReferences(entities: readonly Entity[], references: ReadonlyMap<Member, readonly PlacedText[]>): Entity[] {
  const byEntity = new Map([...references].map(([member, found]) => [member.entity, found]));
  return entities.map((entity) => {
    const found = byEntity.get(entity);
    return found === undefined ? entity : { ...entity, references: [...(entity.references ?? []), ...found] };
  });
}

function resolve(
  text: string,
  { antecedent, ...own }: SpeakerMention,
  cast: Cast,
  acronyms: ReadonlyMap<string, string>,
  without: ReadonlySet<Part>,
): Resolution {
  const full = (name: string): string => acronyms.get(name) ?? name;
  const speaker = antecedent ?? own;
  const mention = text.slice(...speaker.span);
  const lower = mention.toLowerCase();
  const wanted = lexicon.pronouns.get(lower);
  if (wanted !== undefined) {
    const found = without.has('pronouns') ? undefined : cast.antecedent(speaker.span[0], wanted);
    return found === undefined
      ? { member: undefined, name: mention, confidence: 0.3 }
      : {
          member: found.member.entity === undefined ? undefined : found.member,
          name: full(stripTitles(found.member.name)),
          confidence: found.confidence,
        };
  }
  const head = text.slice(...speaker.head);
  const named = speaker.kind === 'pronoun' ? undefined : cast.memberAt(speaker.head);
  if (named !== undefined && !lexicon.roleNouns.has(head.toLowerCase()))
    return { member: named, name: full(stripTitles(named.name)), confidence: 0.97 };
  const titled = officeHolder(text, speaker, head, cast);
  if (titled !== undefined) return titled;
  if (speaker.kind === 'name') {
    if (lexicon.organisationHeads.has(head) && speaker.span[1] > speaker.head[1])
      return { member: undefined, name: withoutArticle(mention), confidence: 0.8 };
    const run = lexicon.nameRun.exec(text.slice(speaker.span[0], speaker.head[1]))?.[0] ?? head;
    const name = stripTitles(run);
    const member = cast.memberCalled(name);
    return member === undefined ? { member: undefined, name: full(name), confidence: 0.8 } : { member, name: member.name, confidence: 0.9 };
  }
  const described = without.has('nominals') ? undefined : cast.described(speaker.span[0], mention, head.toLowerCase());
  if (described !== undefined) return { member: described.member, name: described.member.name, confidence: described.confidence };
  return { member: undefined, name: withoutArticle(mention), confidence: 0.75 };
}

/** " of Education Ann Lee" -> "Ann Lee"; " for Education Mr. Lee" -> "Lee": a person named at the end of an office. */
function trailingPerson(words: string): string | undefined {
  const titled = lexicon.titledName.exec(words);
  if (titled !== null) return titled[1];
  const run = /(?:\s+\p{Lu}[\p{L}’'.-]*)+$/u.exec(words)?.[0].trim().split(/\s+/) ?? [];
  for (let k = Math.max(0, run.length - 3); k < run.length - 1; k++)
    if (k > 0 && (firstNames().has(foldName(run[k]!)) || lexicon.organisationHeads.has(run[k - 1]!))) return run.slice(k).join(' ');
  return undefined;
}

/** "US Vice-President JD Vance" -> "JD Vance"; "Secretary of State Marco Rubio" -> "Marco Rubio"; "President" stays. */
function stripTitles(run: string): string {
  let name = run.replace(/['’]s?$/, '').replace(lexicon.office, '');
  for (let turn = 0; turn < 4 && lexicon.title.test(name); turn++) {
    const rest = name.replace(lexicon.title, '');
    if (rest === '') break;
    name = rest;
  }
  return name;
}
