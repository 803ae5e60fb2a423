/**
 * Bylines: "By Jane Doe and John Roe, Reuters" to its authors. Pure string work, linear in the text; used for HTML metadata and for lines of text dumps.
 */
import type { Byline } from '../../article.ts';

export interface BylineOptions {
  /** The text is known to name the author (an author field), so a lead-in word ("By") is not needed and one-word names count. */
  readonly declared?: boolean | undefined;
  /** Name of the outlet, so that "Jane Doe, The Courier" loses its tail. */
  readonly outlet?: string | undefined;
}

/** Longest text that can be a byline; longer lines are prose. UTF-16 units. */
const MAX_BYLINE = 240;

/** "By Jane", "Written by: Jane", "Von Jana", "Par Jeanne"; not "Bystander Jane". */
const LEAD_IN =
  /^(?:(?:(?:article|story|text|words|post|report|analysis|opinion|review|written|posted|published|authored|reported|reporting|created|compiled|contributed|guest post|reviewed)\s+)?by|from|von|par|por|di|door|av|af|autor(?:in|a)?|auteur|author|writer|redakteur(?:in)?|text(?:e|o)?|автор|作者|記者|记者)(?:[:：]\s*|\s+|$)/iu;
/** Lead-ins that are common prose words in some language: they open a byline only with a colon or in an author field. */
const WEAK_LEAD_IN = /^(?:from|text(?:e|o)?)\s/iu;

/** Where the names end: "| December 29, 2025", "Updated: …", "5 min read", "Published 12:45". */
const TAIL =
  /(?:^|[\s|•·,(/–—-])(?:(?:last\s+)?(?:updated|modified|published|posted|veröffentlicht|aktualisiert|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|reviewed|fact.checked|edited|medically)(?![\p{L}\p{N}])|\d{1,2}[:.h]\d\d|\d{1,4}[\s./-]|(?:19|20)\d\d(?!\p{L})|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s+\d)/iu;

const SEPARATOR = /\s*(?:[;|•·⋅∙\n\t]|\s[–—/-]\s|&|\/|\band\b|\bund\b|\bet\b|\bog\b|\boch\b|\bwith\b)\s*/iu;
const CONJUNCTION_LETTER = /\s(?:y|e|i|и|és)\s/u;

/** Letters after a name that are part of it. */
const GENERATION = /^(?:jr|sr|ii|iii|iv)\.?$/iu;
/** Degrees and professional letters after a name; dropped from authors. */
const CREDENTIAL =
  /^(?:ph\.?\s?d|m\.?d|m\.?s|m\.?a|m\.?b\.?a|r\.?d|r\.?n|d\.?o|j\.?d|ed\.?d|psy\.?d|d\.?d\.?s|cfp|cfa|cpa|esq|m\.?p\.?h|m\.?sc|b\.?sc|b\.?a|lcsw|l\.?d\.?n?|r\.?d\.?n|faan|facp|pharm\.?d)\.?$/iu;
/** Titles in front of a name; dropped. */
const HONORIFIC = /^(?:dr|prof|mr|mrs|ms|sir|dame|rev|hon)\.?\s+(?=\S+\s+\S)/iu;

/** Words of job titles and desks: a comma part that holds one is not a name. */
const ROLE =
  /(?:^|[^\p{L}])(?:editors?|reporters?|correspondents?|writers?|contributors?|contributing|journalist(?:in)?s?|columnists?|producers?|bloggers?|analysts?|photographers?|photojournalists?|directors?|managers?|president|founder|co-founder|ceo|cto|cmo|chief|head|officer|professor|fellow|critics?|anchors?|hosts?|freelancers?|interns?|bureau|desk|senior|special|assistant|associate|specialist|expert|consultant|strategist|engineer|developer|candidate|representative|redakteur(?:in)?|korrespondent(?:in)?|reporterin|autorin|journaliste|correspondant|rédacteur|redactor[a]?|periodista|corresponsal|giornalista|inviato|redacteur|journalistin)(?![\p{L}])/iu;
/** A whole author that is an organisation or a desk: kept when nothing else is named, never as a person's tail. */
const ORGANISATION =
  /(?:^|[^\p{L}])(?:staff|team|newsroom|news|agency|agencies|agence|press|wire|wires|services?|desk|media|magazine|times|post|journal|tribune|herald|gazette|guardian|telegraph|observer|independent|daily|weekly|network|editorial|editors|redaktion|rédaction|redacción|redazione|redactie|reuters|afp|ap|upi|dpa|efe|ansa|tass|xinhua|cnn|bbc|cbs|nbc|abc|fox|npr|pbs|bloomberg|politico|axios|inc|llc|ltd|gmbh|foundation|institute|university|college|group|committee|association|company|online|blog|tv|radio|digital|editorial board|board)(?![\p{L}])/iu;
/** Agencies that follow a name with no comma: "JANE DOE Associated Press". */
const AGENCY_TAIL =
  /\s+(?:(?:the\s+)?associated press|reuters|agence france-presse|afp|ap|bbc news|bbc|cnn|cnn business|cnn politics|bloomberg news|bloomberg|upi|dpa|npr|nbc news|abc news|cbs news|fox news|staff writer|staff reporter|staff|special to .*|for (?:the )?\p{Lu}.*|(?:in|en|à|aus|reporting from)\s+\p{Lu}[\p{L}’' .-]*)$/iu;

const NOT_A_NAME =
  /^(?:by|the|a|an|and|or|of|in|on|at|to|for|from|with|this|that|these|those|here|there|now|then|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|tomorrow|all|more|most|no|not|other|our|my|your|his|her|its|their|we|you|he|she|it|they|how|why|what|when|where|who|read|share|follow|subscribe|sign|log|login|click|view|view all|see|about|contact|home|menu|search|comments?|facebook|twitter|email|print|admin|administrator|user|guest|unknown|none|null|undefined|anonymous|default|webmaster|author|editor|posts?)$/iu;
const PARTICLE =
  /^(?:de|del|della|di|da|das|dos|do|du|des|la|le|el|al|van|von|vom|zu|zur|den|der|ter|ten|bin|ibn|ben|abu|bint|af|av|y|e|i|d|st\.?|mac|o)$/u;
const NAME_WORD =
  /^(?:(?:[dlo]['’]|al-|el-|ad-|ash-|as-|ul-)?\p{Lu}[\p{L}\p{M}'’.-]*|\p{Lo}[\p{Lo}\p{M}・]*|["“‘(]\p{Lu}[\p{L}.]*["”’)])$/u;

/** A display name in the form people write it, or undefined when the words cannot be a name. `loose` accepts one-word and lower-case names. */
function readName(words: string, loose: boolean): string | undefined {
  let name = words
    .replace(/^[\s,.:;*_~"“”'‘’\-–—@#]+/u, '')
    .replace(/[\s,:;*_~"“”\-–—]+$/u, '')
    .replace(HONORIFIC, '');
  if (name.length < 2 || name.length > 60 || /[<>{}\\=@#?!]|https?:|www\.|^(?:https?|www)$|\.(?:com|org|net)\//iu.test(name))
    return undefined;
  if (/\d/u.test(name) && !loose) return undefined;
  const parts = name.split(/\s+/u);
  while (parts.length > 2 && CREDENTIAL.test(parts.at(-1) ?? '')) parts.pop();
  if (
    parts.length > 6 ||
    NOT_A_NAME.test(name) ||
    (parts.length > 1 && NOT_A_NAME.test(parts[0] ?? '') && !/^(?:may|april|june|august|the|all)$/iu.test(parts[0] ?? ''))
  )
    return undefined;
  const capitals = parts.filter((part) => NAME_WORD.test(part)).length;
  if (loose) {
    if (/^[\d\s.,-]+$/u.test(name)) return undefined;
  } else {
    if (capitals + parts.filter((part) => PARTICLE.test(part)).length < parts.length || capitals === 0) return undefined;
    if (parts.length === 1 && !/^\p{Lo}{2,6}$/u.test(name)) return undefined;
    if (parts.length > 1 && capitals < 2) return undefined;
    if (/^the$/iu.test(parts[0] ?? '')) return undefined;
  }
  name = parts.join(' ');
  return parts.length > 1 && name === name.toUpperCase() && name !== name.toLowerCase() && !ORGANISATION.test(name)
    ? titleCase(name)
    : name;
}

/** "JANE O'NEILL-MCRAE" to "Jane O'Neill-McRae". */
function titleCase(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[\s'’.-])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/\bMc(\p{Ll})/gu, (_all, letter: string) => `Mc${letter.toUpperCase()}`)
    .replace(
      /(\s)(De|Del|Van|Von|Der|Den|Da|Dos|Di|La|Le|Bin)(?=\s)/gu,
      (_all, space: string, particle: string) => space + particle.toLowerCase(),
    );
}

const outletKey = (text: string): string => text.toLowerCase().replace(/^the\s+|[^\p{L}\p{N}]+/gu, '');

function sameOutlet(name: string, outlet: string | undefined): boolean {
  if (outlet === undefined) return false;
  return outletKey(name) === outletKey(outlet);
}

function add(list: string[], name: string): void {
  if (!list.some((known) => known.toLowerCase() === name.toLowerCase())) list.push(name);
}

/** Authors named in one piece of text from which the lead-in is gone. Organisations are kept only when no person is named. */
export function readAuthors(text: string, options: BylineOptions): string[] | undefined {
  const loose = options.declared === true;
  const people: string[] = [];
  const organisations: string[] = [];
  let strange = 0;
  for (const group of text.split(SEPARATOR)) {
    const commaParts = group.split(/\s*,\s*/u);
    for (const [place, part] of commaParts.entries()) {
      const piece = part.trim();
      if (piece === '') continue;
      if (GENERATION.test(piece) && people.length > 0) {
        people.push(`${people.pop() ?? ''} ${piece}`);
        continue;
      }
      if (CREDENTIAL.test(piece)) continue;
      const bare = stripTails(piece);
      const isOrganisation = ORGANISATION.test(bare) || sameOutlet(bare, options.outlet);
      if (isOrganisation) {
        const name = readName(bare, true);
        if (name !== undefined) add(organisations, name);
        continue;
      }
      if (ROLE.test(bare)) {
        if (place === 0 && people.length === 0) {
          const stripped = readName(bare.replace(ROLE, ' '), false);
          if (stripped !== undefined) add(people, stripped);
        }
        continue;
      }
      const halves = bare.split(CONJUNCTION_LETTER);
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
    const next = bare.replace(AGENCY_TAIL, '');
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
  if (options.declared !== true && !LEAD_IN.test(text.trimStart())) return undefined;
  if (/^\s*(?:https?:|www\.)/iu.test(text)) return undefined;
  let line = text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
  const lead = LEAD_IN.exec(line);
  const isWeak = lead !== null && WEAK_LEAD_IN.test(line);
  if (options.declared !== true && (lead === null || (isWeak && !lead[0].includes(':')))) return undefined;
  let rest = lead !== null && !(isWeak && options.declared !== true && !lead[0].includes(':')) ? line.slice(lead[0].length) : line;
  const twice = LEAD_IN.exec(rest);
  if (twice !== null && !WEAK_LEAD_IN.test(rest)) rest = rest.slice(twice[0].length);
  const tail = TAIL.exec(rest);
  if (tail !== null) {
    line = line.slice(0, line.length - rest.length + tail.index).trim();
    rest = rest.slice(0, tail.index);
  }
  rest = rest.replace(/[\s|•·,–—-]+$/u, '');
  if (rest === '') return undefined;
  if (options.declared !== true && /[.!?…]$/u.test(rest) && !/(?:\b(?:jr|sr|inc|ph\.?d|m\.d)|\p{Lu})\.$/iu.test(rest)) return undefined;
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
  for (const match of text.matchAll(
    /(?:^|[\s|•·])((?:(?:written|posted|words|story|interview|article|recommended|reviewed) )?by:? )(?=\p{Lu})/giu,
  )) {
    const before = text.slice(0, match.index);
    if (!/\d{4}\s*[|•·,–—-]*\s*$|(?:posted|published|updated|written)\b.{0,40}$/iu.test(before) && before.trim() !== '') continue;
    const byline = parseByline(
      text
        .slice(match.index)
        .trim()
        .replace(/\s+(?:on|in|at)\s+\p{L}+\.?\s+\d.*$/u, ''),
      options,
    );
    if (byline !== undefined) return byline;
  }
  return undefined;
}

/** A whole text that can only be a person's name: two to four capitalised words, no role, no organisation, no punctuation. */
export function isPersonName(text: string): boolean {
  const words = text.trim().split(/\s+/u);
  if (words.length < 2 || words.length > 4 || text.length > 50 || /[,;:|/&"“]/u.test(text) || ROLE.test(text) || ORGANISATION.test(text))
    return false;
  return readName(text, false) !== undefined && words.every((word) => NAME_WORD.test(word) || PARTICLE.test(word));
}

/** Merges author fields (JSON-LD objects, meta tags, visible bylines) into one list, each person once, in order. */
export function parseAuthors(values: readonly string[], outlet?: string): string[] {
  const people: string[] = [];
  const organisations: string[] = [];
  for (const value of values) {
    for (const author of parseByline(value, { declared: true, outlet })?.authors ?? []) {
      const list = ORGANISATION.test(author) || sameOutlet(author, outlet) ? organisations : people;
      add(list, author);
    }
  }
  return people.length > 0 ? people : organisations;
}

/** A single word that can be a surname: "Okafor"; not "Reuters", "She", "Monday". */
export function readSurname(word: string): string[] | undefined {
  const name = ORGANISATION.test(word) || ROLE.test(word) || !NAME_WORD.test(word) ? undefined : readName(word, true);
  return name === undefined || /^(?:he|she|they|we|i|it)$/iu.test(name) ? undefined : [name];
}
