/**
 * Whether a person of that name is meant. A full name of someone well known is enough unless the article speaks of someone else who bears it;
 * of others the article must name the role or the country; a surname or a shared name needs more.
 */
import { foldName } from '../text/fold.ts';
import { hashWord } from './hash.ts';
import type { Known, KnownEntity } from './known.ts';
import { countryNames, isPersonal, WELL_KNOWN, type ArticleContext } from './link-context.ts';
import { bitOf, listTable } from './lists.ts';
import type { Mention } from './mention.ts';
import type { Group } from './merge.ts';
import type { Tokens } from './tokens.ts';

export function isSupportedPerson(
  known: KnownEntity,
  names: readonly string[],
  group: Group,
  context: ArticleContext,
  byName: Known['byName'],
): boolean {
  const told = new Set(group.mentions.flatMap(({ descriptors }) => descriptors).flatMap((each) => foldName(each).split(' ')));
  const sharesRole = known.descriptors.some((descriptor) =>
    foldName(descriptor)
      .split(' ')
      .some((word) => word.length > 3 && told.has(word)),
  );
  const isAtHome = known.country !== '' && context.countries.has(known.country);
  const isFamous = known.sources >= WELL_KNOWN;
  // "Ann Lee, 34, of Leeds" is introduced because nobody knows her
  if (!sharesRole && group.mentions.some((mention) => isPrivate(mention, context.tokens))) return false;
  if (!sharesRole && !isAtHome && !isDescribed(known, context) && group.mentions.some((mention) => isIntroduced(mention, context.tokens)))
    return false;
  if (group.mentions.some((mention) => isShip(mention, context.tokens))) return false;
  if (isForeign(group, known) && (!isAtHome || names.every((name) => known.ambiguous.has(name)))) return false;
  const full = names.filter((name) => name.includes(' ') && !known.ambiguous.has(name));
  if (full.length > 0) {
    if (!sharesRole && isSomeoneElse(told, known) && !(known.sources > WELL_KNOWN && isAtHome)) return false;
    if (isFamous) return true;
    // "Margaret" of a list, for someone who is called Maggie: the role decides
    const first = foldName(known.name).split(' ')[0];
    if (full.every((name) => name.split(' ')[0] !== first)) return sharesRole && isAtHome;
    return isAtHome && (sharesRole || !context.isSport);
  }
  const own = foldName(known.name);
  // "Rihanna", and two who share a name: what they are known for is named
  if (isFamous && names.includes(own))
    return sharesRole || (isDescribed(known, context) && (known.country === '' || isAtHome || !known.ambiguous.has(own)));
  // by surname or shared name: well known, and both role and country fit, or the country alone for a name that only one known person bears
  const bearers = names.flatMap((name) => byName(name)).filter((other) => other.kind === 'person');
  return isAtHome && isFamous && (sharesRole || bearers.every((other) => other === known));
}

/** "Lee, 34, of Leeds"; "Lee, 34, from Leeds"; not "Lee, 34, said". */
const isPrivate = ({ to }: Mention, { words }: Tokens): boolean =>
  words[to] === ',' && /^\d\d$/.test(words[to + 1] ?? '') && words[to + 2] === ',' && /^(?:of|from)$/.test(words[to + 3] ?? '');

/** "Lee, a barrister", "Lee, 34,", "Lee (34)": nobody would say so of a famous one far from what they are famous for; "Lee, a pop star" is famous. */
function isIntroduced({ to, folded }: Mention, { words }: Tokens): boolean {
  if (/^[,(]$/.test(words[to] ?? '') && /^\d\d?$/.test(words[to + 1] ?? '') && /^[,.)]$/.test(words[to + 2] ?? '')) return true;
  if (words[to] !== ',' || !/^an?$/.test(words[to + 1] ?? '')) return false;
  // a rare name has no namesakes
  const parts = folded.split(' ');
  const isCommon = isPersonal(parts[0] ?? '') && (listTable().lookup(hashWord(parts.at(-1) ?? '')) & bitOf('surname')) !== 0;
  return isCommon && ![2, 3, 4, 5].some((ahead) => FAMOUS.test(words[to + ahead] ?? ''));
}
const FAMOUS = /^(?:star|superstar|billionaire|legend|icon|celebrity|laureate|winner|winning)$/;

/** "the USS Ann Lee", "Ann Lee, the aircraft carrier": named after a person. */
const isShip = ({ from, to }: Mention, { words }: Tokens): boolean =>
  /^(?:USS|USNS|HMS|HMAS|HMCS|INS|RMS|MV|SS|ARA)$/.test(words[from - 1] ?? '') ||
  (words[to] === ',' &&
    /^(?:an?|the)$/.test(words[to + 1] ?? '') &&
    [2, 3, 4, 5].some((ahead) => SHIP.test(words[to + ahead] ?? '') && !words.slice(to + 2, to + ahead).includes(',')));
const SHIP = /^(?:carrier|ship|warship|destroyer|frigate|submarine|vessel|ferry|yacht|liner|tanker|trawler)$/;

/** Roles that the press gives to people of one walk of life. */
const WALKS: readonly ReadonlySet<string>[] = [
  `president premier chancellor secretary senator governor mayor ambassador envoy congressman congresswoman lawmaker legislator politician statesman
  minister representative speaker mp mep councillor councilman councilwoman parliamentarian king queen prince princess emperor dictator leader diplomat deputy candidate nominee chief head chairman
  commissioner general admiral colonel negotiator activist`,
  `coach captain striker midfielder defender goalkeeper forward winger quarterback pitcher batsman bowler fielder sprinter swimmer boxer cyclist player
  champion skipper referee umpire trainer footballer golfer athlete cricketer manager runner wrestler gymnast skater driver`,
  `actor actress singer musician rapper songwriter composer artist painter filmmaker producer comedian dancer designer author writer
  novelist poet playwright presenter guitarist drummer pianist photographer journalist activist`,
  `officer lieutenant corporal private specialist trooper sheriff detective inspector constable sergeant superintendent teacher principal student nurse physician surgeon farmer fisherman
  resident neighbor neighbour victim gunman spokesman spokeswoman spokesperson analyst economist strategist
  historian barrister solicitor judge justice doctor psychologist student driver banker priest pastor rabbi imam lawyer attorney prosecutor editor reporter correspondent professor lecturer researcher architect engineer pilot`,
].map((words) => new Set(words.split(/\s+/)));

function walks(words: Iterable<string>): Set<number> {
  const found = new Set<number>();
  for (const word of words) for (const [walk, roles] of WALKS.entries()) if (roles.has(word)) found.add(walk);
  return found;
}

/** The article gives roles, and none of a walk of life in which the known person has one. */
function isSomeoneElse(told: ReadonlySet<string>, known: KnownEntity): boolean {
  const theirs = walks(told);
  if (theirs.size === 0) return false;
  const own = walks(known.descriptors.flatMap((descriptor) => foldName(descriptor).split(' ')));
  return own.size > 0 && [...theirs].every((walk) => !own.has(walk));
}

/** Their title gives another people than the known person's: "the Portuguese forward". */
function isForeign({ mentions }: Group, { country }: KnownEntity): boolean {
  const codes = mentions
    .flatMap(({ descriptors }) => descriptors)
    .flatMap((each) => each.split(/\s+/))
    .map((word) => countryNames().get(foldName(word)))
    .filter((code) => code !== undefined);
  return country !== '' && codes.length > 0 && !codes.includes(country);
}

/** A word of what the person is known for stands in the article. */
const isDescribed = ({ descriptors }: KnownEntity, { words }: ArticleContext): boolean =>
  descriptors.some((descriptor) =>
    foldName(descriptor)
      .split(' ')
      .some((word) => word.length > 3 && (words.has(word) || words.has(`${word}s`))),
  );
