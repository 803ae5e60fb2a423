/**
 * Mentions of one article to entities, the way a reader would: the full name introduces, surname and title refer; an acronym in brackets
 * stands for the long name; families stay apart. Order of work: persons by full name, then single names, then organisations and places.
 */
import { foldName } from '../text/fold.ts';
import type { Known } from './known.ts';
import type { Mention, NameType } from './mention.ts';
import { isSamePerson, isSameWord, isWithin, nameWords, romanised } from './spelling.ts';

export interface Group {
  type: NameType;
  readonly mentions: Mention[];
  /** Folded names, in order of first use. */
  readonly names: Set<string>;
  isFamily: boolean;
  /** Genders and role words that its mentions' titles tell. */
  readonly genders: Set<string>;
  readonly roles: Set<string>;
  /** While single names are placed in text order: the next full-name mention, and the start of the last one before the place read. */
  cursor: number;
  lastSeen: number;
}

const newGroup = (type: NameType): Group => ({
  type,
  mentions: [],
  names: new Set(),
  isFamily: false,
  genders: new Set(),
  roles: new Set(),
  cursor: 0,
  lastSeen: -1,
});

function add(group: Group, mention: Mention): void {
  group.mentions.push(mention);
  group.names.add(mention.folded);
  learnTitles(group, mention);
}

function learnTitles(group: Group, mention: Mention): void {
  if (mention.gender !== undefined) group.genders.add(mention.gender);
  for (const descriptor of mention.descriptors) for (const word of foldName(descriptor).split(' ')) group.roles.add(word);
}

export function mergeMentions(mentions: readonly Mention[], acronyms: readonly (readonly [Mention, Mention])[], known: Known): Group[] {
  const settled = settleTypes(mentions);
  const people = mergePeople(settled.filter((mention) => mention.type === 'PER'));
  const rest = mergeNames(
    settled.filter((mention) => mention.type !== 'PER'),
    acronyms,
    known,
  );
  const groups = [...people, ...rest];
  for (const group of groups) group.mentions.sort((a, b) => a.start - b.start);
  groups.sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
  return groups;
}

/** One surface has one type in an article unless both uses are frequent; a surname tagged as something else joins its person. */
function settleTypes(mentions: readonly Mention[]): Mention[] {
  const counts = new Map<string, Map<NameType, number>>();
  const surnames = new Set<string>();
  for (const mention of mentions) {
    const held = counts.get(mention.folded) ?? new Map<NameType, number>();
    held.set(mention.type, (held.get(mention.type) ?? 0) + 1);
    counts.set(mention.folded, held);
    const parts = nameWords(mention.folded);
    if (mention.type === 'PER' && parts.length > 1) surnames.add(parts.at(-1) ?? '');
  }
  return mentions.map((mention) => {
    const held = counts.get(mention.folded);
    if (held === undefined || held.size < 2) {
      const joins =
        mention.type !== 'PER' && mention.type !== 'LOC' && surnames.has(mention.folded) && mention.text !== mention.text.toUpperCase();
      return joins ? { ...mention, type: 'PER' as const } : mention;
    }
    const own = held.get(mention.type) ?? 0;
    const [top, topCount] = [...held].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
    return top !== mention.type && topCount >= 2 * own ? { ...mention, type: top } : mention;
  });
}

/** Groups by the words of their names: exact, romanised, and by the first letters for slips of the pen. */
interface WordIndex {
  readonly exact: Map<string, Group[]>;
  readonly sound: Map<string, Group[]>;
  readonly head: Map<string, Group[]>;
}
/** Names compared by edit distance for one mention; more share their first letters only in lists of names. */
const MOST_COMPARED = 40;

function index(words: WordIndex, group: Group, name: string): void {
  for (const word of nameWords(name)) {
    note(words.exact, word, group);
    if (word.length < 4) continue;
    note(words.sound, romanised(word), group);
    note(words.head, word.slice(0, 3), group);
    note(words.head, word.slice(0, 1), group);
  }
}

function note(map: Map<string, Group[]>, key: string, group: Group): void {
  const held = map.get(key);
  if (held === undefined) map.set(key, [group]);
  else if (held.at(-1) !== group && (held.length > MOST_COMPARED || !held.includes(group))) held.push(group);
}

function mergePeople(mentions: readonly Mention[]): Group[] {
  const groups: Group[] = [];
  const words: WordIndex = { exact: new Map(), sound: new Map(), head: new Map() };
  const bySurface = new Map<string, Group>();
  const manyWords = new Set(mentions.filter((mention) => nameWords(mention.folded).length > 1).map((mention) => mention.folded));
  const tails = new Set([...manyWords].map((name) => name.slice(name.indexOf(' ') + 1)));
  // "Roe-Smith" is the surname of "Janet Roe-Smith", not a full name
  const doubleSurnames = new Set(
    mentions.filter(({ from, to, folded }) => to - from === 1 && tails.has(folded)).map(({ folded }) => folded),
  );
  const full = [...manyWords].filter((name) => !doubleSurnames.has(name));
  full.sort((a, b) => nameWords(b).length - nameWords(a).length);
  for (const name of full) {
    // two spellings of one person share at least one word, or the sound of one
    const near = new Set<Group>();
    for (const word of nameWords(name)) {
      const same = (words.exact.get(word) ?? []).slice(0, MOST_COMPARED);
      for (const group of same) near.add(group);
      for (const group of (words.sound.get(romanised(word)) ?? []).slice(0, MOST_COMPARED - same.length)) near.add(group);
    }
    const match = [...near].filter((group) => [...group.names].every((held) => isSamePerson(held, name)));
    const group = match.length === 1 && match[0] !== undefined ? match[0] : newGroup('PER');
    if (group.names.size === 0) groups.push(group);
    group.names.add(name);
    index(words, group, name);
    bySurface.set(name, group);
  }
  for (const mention of mentions) {
    const group = bySurface.get(mention.folded);
    if (group === undefined) continue;
    group.mentions.push(mention);
    learnTitles(group, mention);
  }
  const fullCount = new Map(groups.map((group) => [group, group.mentions.length]));
  const families = new Map<string, Group>();
  for (const mention of mentions) {
    if (bySurface.has(mention.folded)) continue;
    if (mention.isFamily && words.exact.has(mention.folded.slice(0, -1))) {
      let family = families.get(mention.folded);
      if (family === undefined) {
        family = { ...newGroup('PER'), isFamily: true };
        family.names.add(`the ${mention.folded}`);
        families.set(mention.folded, family);
        groups.push(family);
      }
      family.mentions.push(mention);
      continue;
    }
    const bearers = doubleSurnames.has(mention.folded)
      ? (words.exact.get(mention.folded.slice(mention.folded.lastIndexOf(' ') + 1)) ?? []).filter((group) =>
          [...group.names].some((name) => name.endsWith(` ${mention.folded}`)),
        )
      : (words.exact.get(mention.folded) ?? variantsOf(mention, words));
    const group = pickPerson(mention, bearers, fullCount);
    if (group !== undefined) {
      add(group, mention);
      // a misspelt surname is known from here on
      if (!words.exact.has(mention.folded)) note(words.exact, mention.folded, group);
      continue;
    }
    const own = newGroup('PER');
    groups.push(own);
    add(own, mention);
    index(words, own, mention.folded);
  }
  return groups.filter((group) => group.mentions.length > 0);
}

function variantsOf({ folded: word, gender }: Mention, words: WordIndex): readonly Group[] {
  if (word.length < 5 || word.includes(' ')) return [];
  const sounding = words.sound.get(romanised(word));
  if (sounding !== undefined) return sounding;
  const candidates = (key: string): Group[] => (words.head.get(key) ?? []).slice(0, MOST_COMPARED);
  const near = candidates(word.slice(0, 3)).filter((group) =>
    [...group.names].some((name) => nameWords(name).some((part) => part.length >= 5 && isSameWord(part, word))),
  );
  if (near.length > 0 || gender === undefined || word.length < LONG_SURNAME) return near;
  // "Ms Bauchtman" has been introduced: two slips in a long surname are still hers
  return candidates(word.slice(0, 1)).filter((group) =>
    [...group.names].some((name) => {
      const surname = nameWords(name).at(-1) ?? '';
      return surname.length >= LONG_SURNAME && isWithin(surname, word, 2) && !surname.startsWith(word) && !word.startsWith(surname);
    }),
  );
}
const LONG_SURNAME = 8;

/** Whom a single name means: same gender of address, as a surname before a first name, then who was named last before it. */
function pickPerson(mention: Mention, candidates: readonly Group[], fullCount: ReadonlyMap<Group, number>): Group | undefined {
  let open = candidates.slice(0, MOST_COMPARED).filter((group) => !group.isFamily);
  if (open.length === 0) return undefined;
  const { gender } = mention;
  if (gender !== undefined) {
    const agreeing = open.filter((group) => group.genders.size === 0 || group.genders.has(gender));
    if (agreeing.length > 0) open = agreeing;
  }
  const asSurname = open.filter((group) =>
    [...group.names].slice(0, 8).some((name) => isSameWord(nameWords(name).at(-1) ?? '', mention.folded)),
  );
  if (asSurname.length > 0) open = asSurname;
  let chosen = open[0];
  if (open.length > 1) {
    const roles = mention.descriptors.flatMap((descriptor) => foldName(descriptor).split(' '));
    const titled = open.filter((group) => roles.some((role) => group.roles.has(role)));
    if (titled.length > 0) open = titled;
    for (const group of open) {
      const full = fullCount.get(group) ?? 0;
      while (group.cursor < full && (group.mentions[group.cursor]?.start ?? 0) < mention.start)
        group.lastSeen = Math.max(group.lastSeen, group.mentions[group.cursor++]?.start ?? 0);
    }
    chosen = open.reduce((best, group) => (group.lastSeen > best.lastSeen ? group : best));
  }
  if (chosen !== undefined) chosen.lastSeen = Math.max(chosen.lastSeen, mention.start);
  return chosen;
}

/** Words that may follow or lead a name without making it another one ("Apple Inc", "US State Department"). */
const COMPANY_FORM = new Set(
  'inc corp corporation co company ltd limited llc plc gmbh ag sa nv group holdings fc club newspaper'.split(' '),
);

/** The names one organisation or place goes by: itself, and without its company form. */
export function coreName(folded: string): string {
  const parts = folded.split(' ');
  while (parts.length > 1 && COMPANY_FORM.has(parts.at(-1) ?? '')) parts.pop();
  return parts.join(' ');
}

/** Words that stand for a body of this kind that the article names: "the Court", "the University". */
const BODY = new Set(
  `university college school academy institute court tribunal church council ministry department agency bureau commission committee board authority
  bank hospital foundation society association federation union party company corporation`.split(/\s+/),
);

/** "The Court" is the only court of the article, or the only one that is named more than once; else it stays by itself. */
function placeBare(groups: Group[], bare: readonly Mention[]): Group[] {
  if (bare.length === 0) return groups;
  const byBody = new Map<string, Group[]>();
  for (const group of groups) {
    if (group.type !== 'ORG') continue;
    for (const name of group.names) {
      const parts = name.split(' ');
      for (const [at, word] of parts.slice(0, 12).entries())
        if (BODY.has(word) && (at === 0 || at === parts.length - 1 || /^(?:of|for|in)$/.test(parts[at + 1] ?? '')))
          note(byBody, word, group);
    }
  }
  const alone = new Map<string, Group>();
  for (const mention of bare) {
    const bodies = byBody.get(mention.folded) ?? [];
    const often = bodies.length > 1 ? bodies.filter((group) => group.mentions.length > 1) : bodies;
    const [only] = often;
    if (often.length === 1 && only !== undefined) {
      only.mentions.push(mention);
      continue;
    }
    let own = alone.get(mention.folded);
    if (own === undefined) {
      own = newGroup('ORG');
      alone.set(mention.folded, own);
      groups.push(own);
    }
    add(own, mention);
  }
  return groups;
}

/** Without small words where three others are left: "Food Standards of Australia and New Zealand" is also written without them. */
function plainName(folded: string): string {
  const parts = folded.split(' ').filter((word) => !/^(?:of|and|the|for|in|&)$/.test(word));
  return parts.length < 3 ? folded : parts.join(' ');
}

/** "Federal Bureau of Investigation" -> "fbi". */
function initialsOf(text: string): string {
  return text
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0] ?? '')
    .join('')
    .toLowerCase();
}

function mergeNames(mentions: readonly Mention[], acronyms: readonly (readonly [Mention, Mention])[], known: Known): Group[] {
  const groups: Group[] = [];
  const byKey = new Map<string, Group>();
  const standsFor = new Map<string, string>();
  const byForm = new Map<string, Group[]>();
  const bare: Mention[] = [];
  for (const [long, short] of acronyms) {
    // "Italian Episcopal Conference (CEI)": the letters may be those of another language
    const isOfBody = long.type === 'ORG' && short.type === 'ORG' && /^\p{Lu}{2,6}$/u.test(short.text);
    if (isOfBody || initialsOf(long.text).startsWith(short.folded[0] ?? ' ') || initialsOf(long.text).includes(short.folded))
      standsFor.set(short.folded, long.folded);
  }
  for (const mention of mentions) {
    const folded = standsFor.get(mention.folded) ?? mention.folded;
    if (mention.type === 'ORG' && BODY.has(folded)) {
      bare.push(mention);
      continue;
    }
    const core = mention.type === 'ORG' ? coreName(folded) : folded;
    const key = `${mention.type} ${knownKey(core, known) ?? plainName(core)}`;
    let group = byKey.get(key);
    if (group === undefined) {
      const form = `${mention.type} ${formOf(core)}`;
      group = (byForm.get(form) ?? [])
        .slice(0, MOST_COMPARED)
        .find((other) => [...other.names].slice(0, 4).some((name) => isMisspelt(name, core)));
      if (group === undefined) {
        group = newGroup(mention.type);
        groups.push(group);
        note(byForm, form, group);
      }
      byKey.set(key, group);
    }
    add(group, mention);
  }
  return placeBare(joinShortened(groups, known), bare);
}

/** Initials of the words; names that differ in more are not compared. */
const formOf = (folded: string): string => folded.replace(/(\S)\S*/gu, '$1');

/** One long name of two words or more, one word a slip apart: "untied nations". */
function isMisspelt(a: string, b: string): boolean {
  const one = a.split(' ');
  const two = b.split(' ');
  return one.length > 1 && one.length === two.length && one.every((word, index) => isSameWord(word, two[index] ?? ''));
}

/** Known names of one thing share a key: "us", "united states", "america". */
function knownKey(folded: string, { byName }: Known): string | undefined {
  const known = byName(folded).filter((entity) => entity.kind !== 'person');
  if (known.length === 1) return known[0]?.wikidata ?? known[0]?.name;
  // "Taipei City" is Taipei; "Mexico City" is known and another thing than Mexico
  const city = known.length === 0 && folded.endsWith(' city') ? byName(folded.slice(0, -' city'.length)) : [];
  return city.length === 1 && city[0]?.placeType === 'city' ? (city[0].wikidata ?? city[0].name) : undefined;
}

/**
 * Joins "State Department" to the only "US State Department", "Warhol Foundation" to the only "Warhol Foundation for the Visual Arts",
 * "Scientology" to the only "Church of Scientology", "Barrow University" to the only "University of Barrow", and an acronym to the only name with
 * these initials.
 */
function joinShortened(groups: readonly Group[], known: Known): Group[] {
  const gone = new Set<Group>();
  const join = (small: Group, large: Group): void => {
    large.mentions.push(...small.mentions);
    for (const name of small.names) large.names.add(name);
    gone.add(small);
  };
  const byPart = new Map<string, Group[]>();
  const byInitials = new Map<string, Group[]>();
  for (const group of groups) {
    if (group.type === 'ORG')
      for (const name of group.names) for (const part of shortenings(name.split(' '), known)) note(byPart, part, group);
    for (const mention of group.mentions) {
      const initials = initialsOf(mention.text);
      if (initials.length >= 2 && mention.to - mention.from >= 2) note(byInitials, `${group.type} ${initials}`, group);
    }
  }
  for (const group of groups) {
    for (const name of group.names) {
      const large =
        (group.type === 'ORG' ? byPart.get(name) : undefined) ??
        (/^\p{L}{2,6}$/u.test(name) && isAcronym(group) ? byInitials.get(`${group.type} ${name}`) : undefined);
      const only = large?.filter((other) => other !== group && !gone.has(other));
      if (only?.length === 1 && only[0] !== undefined && !gone.has(group)) join(group, only[0]);
    }
  }
  return groups.filter((group) => !gone.has(group));
}

/** What an organisation's name may be shortened to, other than its initials. */
function* shortenings(parts: readonly string[], { byName }: Known): Generator<string> {
  for (let cut = 1; cut < Math.min(parts.length - 1, 4); cut++) yield parts.slice(cut).join(' ');
  const tail = parts.findIndex((word, index) => index > 1 && /^(?:for|of|and|in)$/.test(word));
  if (tail > 1 && parts[tail] !== 'and') yield parts.slice(0, tail).join(' ');
  const [head, link, ...rest] = parts;
  if (link !== 'of' || rest.length === 0) return;
  const place = rest.join(' ');
  if (head === 'university') yield `${place} university`;
  if (!byName(place).some((entity) => entity.kind === 'place')) yield place;
}

function isAcronym(group: Group): boolean {
  return group.mentions.every((mention) => mention.text === mention.text.toUpperCase());
}
