/**
 * Bylines: "By Jane Doe and John Roe, Reuters" to its authors. Pure string work, linear in the text; used for HTML metadata and for lines of text dumps.
 */
import type { Byline } from '../../article.ts';
import { bylineGrammar } from './byline-grammar.ts';

export interface BylineOptions {
  /** The text is known to name the author (an author field), so a lead-in word ("By") is not needed and one-word names count. */
  readonly declared?: boolean | undefined;
  /** Name of the outlet, so that "Jane Doe, The Courier" loses its tail. */
  readonly outlet?: string | undefined;
}

/** Longest text that can be a byline; longer lines are prose. UTF-16 units. */
const MAX_BYLINE = 240;

const NAME_WORD =
  /^(?:(?:[dlo]['’]|al-|el-|ad-|ash-|as-|ul-)?\p{Lu}[\p{L}\p{M}'’.-]*|\p{Lo}[\p{Lo}\p{M}・]*|["“‘(]\p{Lu}[\p{L}.]*["”’)])$/u;

/** A display name in the form people write it, or undefined when the words cannot be a name. `loose` accepts one-word and lower-case names. */
function readName(words: string, loose: boolean): string | undefined {
  const { honorific, credential, notName, firstName, particle, article, organisation } = bylineGrammar();
  let name = words
    .replace(/^[\s,.:;*_~"“”'‘’\-–—@#]+/u, '')
    .replace(/[\s,:;*_~"“”\-–—]+$/u, '')
    .replace(honorific, '');
  if (name.length < 2 || name.length > 60 || /[<>{}\\=@#?!]|https?:|www\.|^(?:https?|www)$|\.(?:com|org|net)\//iu.test(name))
    return undefined;
  if (/\d/u.test(name) && !loose) return undefined;
  const parts = name.split(/\s+/u);
  while (parts.length > 2 && credential.test(parts.at(-1) ?? '')) parts.pop();
  if (parts.length > 6 || notName.test(name) || (parts.length > 1 && notName.test(parts[0] ?? '') && !firstName.test(parts[0] ?? '')))
    return undefined;
  const capitals = parts.filter((part) => NAME_WORD.test(part)).length;
  if (loose) {
    if (/^[\d\s.,-]+$/u.test(name)) return undefined;
  } else {
    if (capitals + parts.filter((part) => particle.test(part)).length < parts.length || capitals === 0) return undefined;
    if (parts.length === 1 && !/^\p{Lo}{2,6}$/u.test(name)) return undefined;
    if (parts.length > 1 && capitals < 2) return undefined;
    if (article.test(parts[0] ?? '')) return undefined;
  }
  name = parts.join(' ');
  return parts.length > 1 && name === name.toUpperCase() && name !== name.toLowerCase() && !organisation.test(name)
    ? titleCase(name)
    : name;
}

/** "JANE O'NEILL-MCRAE" to "Jane O'Neill-McRae". */
function titleCase(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[\s'’.-])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/\bMc(\p{Ll})/gu, (_all, letter: string) => `Mc${letter.toUpperCase()}`)
    .replace(bylineGrammar().smallParticle, (_all, space: string, particle: string) => space + particle.toLowerCase());
}

const outletKey = (text: string): string =>
  text
    .toLowerCase()
    .replace(bylineGrammar().leadingArticle, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');

function sameOutlet(name: string, outlet: string | undefined): boolean {
  if (outlet === undefined) return false;
  return outletKey(name) === outletKey(outlet);
}

function add(list: string[], name: string): void {
  if (!list.some((known) => known.toLowerCase() === name.toLowerCase())) list.push(name);
}

/** Authors named in one piece of text from which the lead-in is gone. Organisations are kept only when no person is named. */
export function readAuthors(text: string, options: BylineOptions): string[] | undefined {
  const { separator, generation, credential, organisation, role, letterAnd } = bylineGrammar();
  const loose = options.declared === true;
  const people: string[] = [];
  const organisations: string[] = [];
  let strange = 0;
  for (const group of text.split(separator)) {
    const commaParts = group.split(/\s*,\s*/u);
    for (const [place, part] of commaParts.entries()) {
      const piece = part.trim();
      if (piece === '') continue;
      if (generation.test(piece) && people.length > 0) {
        people.push(`${people.pop() ?? ''} ${piece}`);
        continue;
      }
      if (credential.test(piece)) continue;
      const bare = stripTails(piece);
      const isOrganisation = organisation.test(bare) || sameOutlet(bare, options.outlet);
      if (isOrganisation) {
        const name = readName(bare, true);
        if (name !== undefined) add(organisations, name);
        continue;
      }
      if (role.test(bare)) {
        if (place === 0 && people.length === 0) {
          const stripped = readName(bare.replace(role, ' '), false);
          if (stripped !== undefined) add(people, stripped);
        }
        continue;
      }
      const halves = bare.split(letterAnd);
      const names = halves.length > 1 && halves.every((half) => /\S\s+\S/u.test(half)) ? halves : [bare];
      for (const half of names) {
        const name = readName(half, loose && (place === 0 || /\s/u.test(half)));
        if (name === undefined) strange += half.length;
        else add(people, name);
      }
    }
  }
  if (people.length > 0) return strange > 40 && !loose ? undefined : people;
  return organisations.length > 0 && strange === 0 ? organisations.slice(0, 1) : undefined;
}

function stripTails(piece: string): string {
  let bare = piece.replace(/\s*[([][^)\]]*[)\]]?\s*$/u, '').replace(/\s*https?:\/\/\S*|\s@\S+/gu, '');
  for (let round = 0; round < 3; round++) {
    const next = bare.replace(bylineGrammar().afterName, '');
    if (next === bare || !/\S\s+\S/u.test(next)) break;
    bare = next;
  }
  return bare.trim();
}

/**
 * Reads a byline. Undefined when the text is not one: without `declared` it must open with a lead-in ("By", "Von", "Par :") and hold nothing but
 * names, roles, outlets and a date. `text` of the result is the input trimmed, its date tail cut.
 * "By Jane Doe and John Roe, Reuters" has two authors; "By Friday the army had withdrawn" is not a byline.
 */
export function parseByline(text: string, options: BylineOptions = {}): Byline | undefined {
  if (text.length > MAX_BYLINE) return undefined;
  const { leadIn, weakLeadIn, tail: endOfNames, abbreviated } = bylineGrammar();
  if (options.declared !== true && !leadIn.test(text.trimStart())) return undefined;
  if (/^\s*(?:https?:|www\.)/iu.test(text)) return undefined;
  let line = text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
  const lead = leadIn.exec(line);
  const isWeak = lead !== null && weakLeadIn.test(line);
  if (options.declared !== true && (lead === null || (isWeak && !lead[0].includes(':')))) return undefined;
  let rest = lead !== null && !(isWeak && options.declared !== true && !lead[0].includes(':')) ? line.slice(lead[0].length) : line;
  const twice = leadIn.exec(rest);
  if (twice !== null && !weakLeadIn.test(rest)) rest = rest.slice(twice[0].length);
  const tail = endOfNames.exec(rest);
  if (tail !== null) {
    line = line.slice(0, line.length - rest.length + tail.index).trim();
    rest = rest.slice(0, tail.index);
  }
  rest = rest.replace(/[\s|•·,–—-]+$/u, '');
  if (rest === '') return undefined;
  if (options.declared !== true && /[.!?…]$/u.test(rest) && !abbreviated.test(rest)) return undefined;
  const authors = readAuthors(rest, options);
  return authors === undefined ? undefined : { text: line.replace(/[\s|•·,–—-]+$/u, ''), authors };
}

/**
 * A byline inside a line of facts: "Dec 08, 2019 by Jane Doe in Growth", "Posted on March 4 by Jane Doe 59 comments". What stands in front must be a date,
 * a stamp or a label, so that "a play by William Shakespeare" is not one.
 */
export function findByline(text: string, options: BylineOptions = {}): Byline | undefined {
  if (text.length > MAX_BYLINE) return undefined;
  const whole = parseByline(text, options);
  if (whole !== undefined) return whole;
  const { byInside, beforeBy, dateBehind } = bylineGrammar();
  for (const match of text.matchAll(byInside)) {
    const before = text.slice(0, match.index);
    if (!beforeBy.test(before) && before.trim() !== '') continue;
    const byline = parseByline(text.slice(match.index).trim().replace(dateBehind, ''), options);
    if (byline !== undefined) return byline;
  }
  return undefined;
}

/** A whole text that can only be a person's name: two to four capitalised words, no role, no organisation, no punctuation. */
export function isPersonName(text: string): boolean {
  const { role, organisation, particle } = bylineGrammar();
  const words = text.trim().split(/\s+/u);
  if (words.length < 2 || words.length > 4 || text.length > 50 || /[,;:|/&"“]/u.test(text) || role.test(text) || organisation.test(text))
    return false;
  return readName(text, false) !== undefined && words.every((word) => NAME_WORD.test(word) || particle.test(word));
}

/** Merges author fields (JSON-LD objects, meta tags, visible bylines) into one list, each person once, in order. */
export function parseAuthors(values: readonly string[], outlet?: string): string[] {
  const people: string[] = [];
  const organisations: string[] = [];
  for (const value of values) {
    for (const author of parseByline(value, { declared: true, outlet })?.authors ?? []) {
      const list = bylineGrammar().organisation.test(author) || sameOutlet(author, outlet) ? organisations : people;
      add(list, author);
    }
  }
  return people.length > 0 ? people : organisations;
}

/** A single word that can be a surname: "Okafor"; not "Reuters", "She", "Monday". */
export function readSurname(word: string): string[] | undefined {
  const { organisation, role, pronoun } = bylineGrammar();
  const name = organisation.test(word) || role.test(word) || !NAME_WORD.test(word) ? undefined : readName(word, true);
  return name === undefined || pronoun.test(name) ? undefined : [name];
}
