/** Entities of an article: names found, merged into one entity per real person, organisation or place, and linked where sure. */
import type { ArticleDate, Body, Byline, Entity, Note, TypedValue } from '../article.ts';
import { foldName } from '../text/fold.ts';
import { builtInKnown, type Known } from './known.ts';
import { putListedNames } from './listed.ts';
import { findPictureCredits } from './picture-credits.ts';
import { standsAlone } from './cut-out.ts';
import { kindOf } from './kinds.ts';
import { uncoveredLanguage } from './coverage.ts';
import type { Evidence } from './evidence.ts';
import { linkGroup } from './link.ts';
import { readContext, withHomes } from './link-context.ts';
import { linkNotes } from './link-notes.ts';
import { mergeMentions, type Group } from './merge.ts';
import type { NamedSpan } from './mention.ts';
import { bracketedAcronyms, rangesOf, toMentions } from './mentions.ts';
import { salienceOf } from './salience.ts';
import { findSideNotes } from './side-notes.ts';
import { makeConsistent } from './consistency.ts';
import { taggerModel } from './model.ts';
import { tagNames } from './tag.ts';
import { tokenize } from './tokens.ts';
import { findValues } from './values.ts';

export const ENTITIES_VERSION = '5';

export interface EntitiesInput {
  readonly headline: string;
  readonly body: Body;
  readonly language: { readonly code: string; readonly confidence: number };
  readonly publishedAt?: ArticleDate | undefined;
  readonly outlet?: string | undefined;
  readonly byline?: Byline | undefined;
  /** Names that another tagger found; the built-in one is not asked then. */
  readonly names?: readonly NamedSpan[] | undefined;
  /** Leave out who is named in picture credits and notes about the author only: for bodies cut out of pages. A text that was given as clean is read as it is. */
  readonly withoutCredits?: boolean | undefined;
  /** The built-in known entities alone when left out; see knownWith. */
  readonly known?: Known | undefined;
  /** What decides on ids; the built-in evidence when left out (link.ts). */
  readonly evidence?: readonly Evidence[] | undefined;
}

export interface EntitiesResult {
  readonly entities: Entity[];
  readonly values?: TypedValue[];
  readonly notes: Note[];
}

/**
 * Finds the entities of a cleaned article. Mentions are UTF-16 spans into body.text and hold names only ("Peskov", never "Mr Peskov" or "Peskov's");
 * titles and roles are in `descriptors`. Pure; reads its lists and its model from models/ on first use.
 */
export function findEntities(article: EntitiesInput): EntitiesResult {
  const { text } = article.body;
  const tokens = tokenize(text);
  const known = article.known ?? builtInKnown();
  const foreign = uncoveredLanguage(text, tokens, article.language);
  if (foreign !== undefined && article.names === undefined) {
    const note = { stage: 'entities', rule: 'language-not-covered', text: `The tagger reads English; this text seems to be ${foreign}.` };
    return { entities: [], notes: [note] };
  }
  const found = article.names === undefined ? tagNames(tokens, taggerModel()) : rangesOf(tokens, article.names);
  const ranges = putListedNames(tokens, makeConsistent(tokens, found), known);
  const tagged = new Uint8Array(tokens.count);
  for (const { from, to } of ranges) tagged.fill(1, from, to);
  const credited = new Uint8Array(text.length + 1);
  if (article.withoutCredits === true) for (const [start, end] of findPictureCredits(text, known)) credited.fill(1, start, end);
  const mentions = toMentions(text, tokens, ranges).filter(
    (mention) => standsAlone(mention, tokens, tagged) && credited[mention.start] === 0,
  );
  const aside = new Uint8Array(text.length + 1);
  if (article.withoutCredits === true)
    for (const [start, end] of findSideNotes(article.body, article.byline?.authors ?? [])) aside.fill(1, start, end);
  const groups = mergeMentions(mentions, bracketedAcronyms(tokens, mentions), known).filter(
    (group) => !group.mentions.every(({ start }) => aside[start] === 1),
  );
  const most = groups.reduce((highest, group) => Math.max(highest, group.mentions.length), 0);
  const headline = foldName(article.headline);
  const context = withHomes(readContext(tokens), groups, known);
  const entities: Entity[] = [];
  const links: Parameters<typeof linkNotes>[0][number][] = [];
  const taken = new Map<string, number>();
  const outlet = outletName(article.outlet ?? '');
  for (const group of groups) {
    // an outlet that names itself is no part of its story
    if (group.type === 'ORG' && outlet !== '' && [...group.names].some((name) => outletName(name) === outlet)) continue;
    const link = linkGroup(group, context, known, article.evidence);
    const { linked } = link;
    const written = bestName(group);
    const name = linked?.name ?? written;
    const kind = kindOf(group, name, linked);
    if (kind === undefined) continue;
    const [first] = group.mentions;
    if (link.judged.length > 0 && first !== undefined) links.push({ ...link, name: written, start: first.start, end: first.end });
    let id = linked?.registered?.id ?? linked?.wikidata ?? `${kind}:${foldName(name).replaceAll(' ', '-')}`;
    const uses = (taken.get(id) ?? 0) + 1;
    taken.set(id, uses);
    if (uses > 1) id = `${id}#${uses}`;
    const aliases = [...new Set(group.mentions.map((mention) => mention.text.replace(/\s+/g, ' ')))].filter((alias) => alias !== name);
    const descriptors = [...new Set(group.mentions.flatMap((mention) => mention.descriptors))];
    entities.push({
      id,
      name,
      kind,
      ...(linked?.wikidata === undefined ? {} : { wikidata: linked.wikidata }),
      aliases,
      ...(descriptors.length === 0 ? {} : { descriptors }),
      salience: salienceOf(group, headline, text.length, most),
      mentions: group.mentions.map((mention) => ({ span: [mention.start, mention.end] as [number, number], text: mention.text })),
    });
  }
  return { entities: known.applyMerges(entities), values: findValues(text, tokens, article.publishedAt), notes: linkNotes(links) };
}

/** "BBC News", "bbc.com" and "the BBC" are one outlet. */
function outletName(name: string): string {
  return foldName(name.replace(/^(?:https?:\/\/)?www\./i, '').replace(/\.(?:com|org|net|co\.uk)$/i, ''))
    .replace(/^the /, '')
    .replace(/ (?:news|online|digital|international|newspaper|media|website|com|co uk)$/, '');
}

/** The fullest name used; among equals the most frequent, then the first. */
function bestName(group: Group): string {
  const counts = new Map<string, number>();
  for (const mention of group.mentions) {
    const name = mention.text.replace(/\s+/g, ' ');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  let best = '';
  let bestScore = -1;
  for (const [name, count] of counts) {
    const score = Math.min(name.split(' ').length, 4) * 1000 + count;
    if (score > bestScore) {
      best = name;
      bestScore = score;
    }
  }
  return group.isFamily ? `the ${best}` : best;
}
