/** Words that stand before or after a name and are not part of it: forms of address, ranks, offices, occupations, and what modifies them. */
import { nameTables } from './name-tables.ts';
import type { Tokens } from './tokens.ts';
import { isCapital } from './tokens.ts';

const bare = (word: string): string => word.toLowerCase().replace(/[.’']/g, '');

/** "president", "Vice-President", "ex-minister"; what stands after the last hyphen counts. */
export function isRole(word: string): boolean {
  const plain = lastPart(bare(word));
  const { roles } = nameTables();
  return roles.head.has(plain) || roles.address.has(plain);
}
const lastPart = (word: string): string => word.slice(word.lastIndexOf('-') + 1);

/**
 * Index of the first token of the name in [from, to): forms of address are skipped ("President Vladimir Putin"), and all that stands before a role
 * in small letters ("Kremlin spokesman Dmitry Peskov"); never the whole name.
 */
export function nameStart(tokens: Tokens, from: number, to: number): number {
  let index = from;
  for (let inner = from + 1; inner < to - 1; inner++) {
    const word = tokens.words[inner] ?? '';
    if (!isCapital(word[0]) && nameTables().roles.head.has(word)) index = inner + 1;
  }
  const capital = officeEnd(tokens, index, to);
  if (capital !== undefined) index = capital;
  while (index < to - 1 && (isAddress(tokens.words[index] ?? '') || tokens.words[index] === '-')) index++;
  // "Minister of Education": an office, no address
  return /^(?:of|for|to|the|and)$/.test(tokens.words[index] ?? '') ? from : index;
}

/** Where the name begins in "U.S. President Donald Trump": after the office that a country's letters open. */
function officeEnd({ words }: Tokens, from: number, to: number): number | undefined {
  if (!/^(?:U\.?S\.?|U\.?S\.?A\.?|U\.?K\.?|E\.?U\.?|U\.?N\.?)$/.test(words[from] ?? '')) return undefined;
  let index = from + 1;
  while (index < to - 2 && nameTables().roleModifiers.has(bare(words[index] ?? ''))) index++;
  return index < to - 1 && isRole(words[index] ?? '') ? index + 1 : undefined;
}

/** "President", "Mr." but not "Duke" in "Duke Ellington" unless it is an address too. */
const isAddress = isRole;

const LONGEST_DESCRIPTOR = 8;

/** The descriptor that ends right before token `name` ("Russian Foreign Minister" Lavrov) as a token range, or undefined. */
export function descriptorBefore(tokens: Tokens, name: number): [from: number, to: number] | undefined {
  const last = tokens.words[name - 1];
  if (last === undefined || tokens.opensSentence[name] === 1) return undefined;
  let from = name - 1;
  if (isElect(tokens, name)) from = name - 3;
  else if (!isRole(last)) {
    const office = last === ',' ? officeBeforeComma(tokens, name - 1) : headOfOffice(tokens, name);
    if (office === undefined) return undefined;
    if (last === ',') return [office, name - 1];
    from = office;
  }
  while (from > 0 && name - from < LONGEST_DESCRIPTOR && tokens.opensSentence[from] !== 1) {
    const word = tokens.words[from - 1] ?? '';
    const plain = bare(word);
    const fits =
      !nameTables().determiners.has(plain) &&
      (isCapital(word[0]) ||
        nameTables().roleModifiers.has(plain) ||
        isRole(plain) ||
        (word === '-' && tokens.end[from - 1] === tokens.start[from]));
    if (!fits || !/[\p{L}-]/u.test(word)) break;
    from--;
  }
  // "-" may not lead: "ex-president" is cut into ex, -, president
  while (from < name - 1 && tokens.words[from] === '-') from++;
  return [from, name];
}

/** "President-elect": president, -, elect. */
const isElect = ({ words, opensSentence }: Tokens, name: number): boolean =>
  name >= 3 &&
  /^(?:elect|designate)$/i.test(words[name - 1] ?? '') &&
  words[name - 2] === '-' &&
  opensSentence[name - 1] !== 1 &&
  opensSentence[name - 2] !== 1 &&
  isRole(words[name - 3] ?? '');

/** Words an office may be of: "Secretary of State", "Minister for Foreign Affairs". */
const LONGEST_OFFICE = 6;

/** Index of the role in "Secretary of State" + name at `name`, or undefined: the words after "of" are all capitals, or say what the office is for. */
function headOfOffice({ words, opensSentence }: Tokens, name: number): number | undefined {
  for (let index = name - 1; index > 0 && name - index <= LONGEST_OFFICE; index--) {
    if (opensSentence[index] === 1) return undefined;
    const word = words[index] ?? '';
    if (/^(?:of|for)$/.test(word)) {
      const role = words[index - 1] ?? '';
      if (index < name - 1 && isRole(role)) return index - 1;
      if (role === 'and') return undefined;
      continue;
    }
    if (!isCapital(word[0]) && !nameTables().roleModifiers.has(word) && !/^(?:the|and)$/.test(word)) return undefined;
  }
  return undefined;
}

/**
 * Where the office begins in "the deputy head of the Security Council, Dmitry Medvedev," (comma at `comma`), or undefined. It must begin with an
 * article, hold its role in the first four words, and the name must be closed off on its other side too.
 */
function officeBeforeComma({ words, opensSentence, count }: Tokens, comma: number): number | undefined {
  let close = comma + 1;
  while (close < count && close - comma <= 5 && (isCapital(words[close]?.[0]) || nameTables().particles.has(words[close] ?? ''))) close++;
  if (close < count && opensSentence[close] !== 1 && !/^[,.;:!?”"]$/u.test(words[close] ?? '')) return undefined;
  for (let index = comma - 1; index >= 0 && comma - index <= LONGEST_DESCRIPTOR + 4; index--) {
    const word = words[index] ?? '';
    if (/^(?:the|his|her|their|its)$/i.test(word) && !/^(?:of|for|in|at|to|and)$/.test(words[index - 1] ?? '')) {
      const first = index + 1;
      for (let at = first; at < Math.min(comma, first + 4); at++) if (isRole(words[at] ?? '')) return first;
      return undefined;
    }
    if (opensSentence[index] === 1 || !/\p{L}/u.test(word) || SPEAKS.test(word)) return undefined;
  }
  return undefined;
}
/** A verb between article and comma: no apposition ("told the minister he would go, Smith said"). */
const SPEAKS = /^(?:said|says|told|tells|was|is|were|are|has|had|have|would|will|who|which|that|he|she|they|it)$/i;

/** The descriptor in apposition after the name (Dmitry Peskov, "the Kremlin spokesman",), without its article. `end` is the token after the name. */
export function descriptorAfter(tokens: Tokens, end: number): [from: number, to: number] | undefined {
  if (tokens.words[end] !== ',' || tokens.opensSentence[end + 1] === 1) return undefined;
  let from = end + 1;
  const led = nameTables().determiners.has(bare(tokens.words[from] ?? ''));
  if (led) from++;
  let to = from;
  let sawRole = false;
  while (to < tokens.count && to - from <= LONGEST_DESCRIPTOR + 2) {
    const word = tokens.words[to] ?? '';
    if (/^[,.;:—–()"“”]$/u.test(word) || tokens.opensSentence[to] === 1) break;
    if (/^(?:who|which|said|says|told|and|was|is|has|had)$/i.test(word)) break;
    if (to === from && /^(?:in|on|at|with|during|after|before|by|from|to|for|as|if|when|while|but|or|not|both|including)$/i.test(word))
      break;
    if (to - from < 5 && nameTables().roles.head.has(bare(word))) {
      // "Putin, President Trump and others": the title of the next person
      if (isCapital(tokens.words[to + 1]?.[0])) break;
      sawRole = true;
    }
    to++;
  }
  const closes = /^[,.;—–()]$/u.test(tokens.words[to] ?? '');
  return sawRole && closes && to > from && to - from <= LONGEST_DESCRIPTOR + 2 ? [from, to] : undefined;
}
