import { describe, expect, it } from 'vitest';
import { builtInKnown } from '../../src/entities/known.ts';
import { mergeMentions } from '../../src/entities/merge.ts';
import type { Mention, NameType } from '../../src/entities/mention.ts';
import { bracketedAcronyms, toMentions } from '../../src/entities/mentions.ts';
import { tokenize } from '../../src/entities/tokens.ts';
import { cpuTime } from '../cpu-time.ts';

/** Mentions of a text in which names are marked [PER:Angela Merkel]. */
function marked(source: string): { mentions: Mention[]; groups: string[][] } {
  let text = '';
  const spans: { start: number; end: number; type: NameType }[] = [];
  let rest = source;
  for (let open = rest.indexOf('['); open >= 0; open = rest.indexOf('[')) {
    text += rest.slice(0, open);
    const close = rest.indexOf(']');
    const [type, name] = rest.slice(open + 1, close).split(':') as [NameType, string];
    spans.push({ start: text.length, end: text.length + name.length, type });
    text += name;
    rest = rest.slice(close + 1);
  }
  text += rest;
  const tokens = tokenize(text);
  const ranges = spans.map(({ start, end, type }) => ({ from: tokens.start.indexOf(start), to: tokens.end.indexOf(end) + 1, type }));
  const mentions = toMentions(text, tokens, ranges);
  const groups = mergeMentions(mentions, bracketedAcronyms(tokens, mentions), builtInKnown());
  return { mentions, groups: groups.map((group) => group.mentions.map((mention) => mention.text)) };
}

const cases: [name: string, source: string, groups: string[][]][] = [
  [
    'title and surname refer to the full name',
    'US President [PER:Donald Trump] spoke. [PER:Mr Trump] left. [PER:Trump] said so.',
    [['Donald Trump', 'Trump', 'Trump']],
  ],
  [
    'a surname of two parts is a surname',
    '[PER:Janet Roe-Smith] spoke. [PER:Roe-Smith] left, then [PER:Karl Roe].',
    [['Janet Roe-Smith', 'Roe-Smith'], ['Karl Roe']],
  ],
  ['the surname may come first', '[PER:Merkel] won. "Yes," [PER:Angela Merkel] said.', [['Merkel', 'Angela Merkel']]],
  [
    'spelling variants of one name',
    '[PER:Volodymyr Zelenskyy] met them. [PER:Zelensky] smiled. [PER:Volodymyr Zelenskiy] left; [PER:Zelenskiy] waved.',
    [['Volodymyr Zelenskyy', 'Zelensky', 'Volodymyr Zelenskiy', 'Zelenskiy']],
  ],
  [
    'two people of one surname stay apart, the surname goes to who was named last',
    '[PER:Joe Biden] came. [PER:Hunter Biden] did not. [PER:Biden] was in court.',
    [['Joe Biden'], ['Hunter Biden', 'Biden']],
  ],
  [
    'the form of address decides between them',
    'Mr [PER:George Alden] and Mrs [PER:Amal Alden] came. [PER:Mr Alden] spoke.',
    [['George Alden', 'Alden'], ['Amal Alden']],
  ],
  [
    'a family is nobody in it',
    '[PER:George Clooney] and [PER:Amal Clooney] came. The [PER:Clooneys] left.',
    [['George Clooney'], ['Amal Clooney'], ['Clooneys']],
  ],
  ['middle initial', '[PER:Donald J. Trump] and later [PER:Donald Trump].', [['Donald J. Trump', 'Donald Trump']]],
  ['short first name', '[PER:Joseph Brandt] signed. [PER:Joe Brandt] smiled.', [['Joseph Brandt', 'Joe Brandt']]],
  ['father and son', '[PER:John Reed Sr.] and [PER:John Reed Jr.] met.', [['John Reed Sr.'], ['John Reed Jr.']]],
  ['feminine surname is another person', '[PER:Oleg Ivanov] and [PER:Anna Ivanova] met.', [['Oleg Ivanov'], ['Anna Ivanova']]],
  [
    'acronym in brackets',
    'The [ORG:Borderland Relief Council] ([ORG:BRC]) said it. [ORG:BRC] staff left.',
    [['Borderland Relief Council', 'BRC', 'BRC']],
  ],
  ['a known acronym', 'The [ORG:Associated Press] ([ORG:AP]) reported. [ORG:AP] said.', [['Associated Press', 'AP', 'AP']]],
  ['known names of one country', 'the [LOC:United States], the [LOC:U.S.] and [LOC:America]', [['United States', 'U.S.', 'America']]],
  ['the place and the newspaper', '[LOC:Washington] said. The [ORG:Washington Post] wrote.', [['Washington'], ['Washington Post']]],
  [
    'a shortened organisation',
    'The [ORG:US State Department] said. The [ORG:State Department] added.',
    [['US State Department', 'State Department']],
  ],
  ['the long form in the brackets', '[ORG:BRC] ([ORG:Borderland Relief Council]) said it.', [['BRC', 'Borderland Relief Council']]],
  [
    'letters of another language in brackets',
    'The [ORG:Italian Episcopal Conference] ([ORG:CEI]) met. [ORG:CEI] voted.',
    [['Italian Episcopal Conference', 'CEI', 'CEI']],
  ],
  [
    'a region by its initials',
    '[LOC:New South Wales] burns. In [LOC:NSW], [LOC:Victoria] helps.',
    [['New South Wales', 'NSW'], ['Victoria']],
  ],
  [
    'the court is the only court',
    'The [ORG:Supreme Court of Cassation] met. The [ORG:Court] ruled.',
    [['Supreme Court of Cassation', 'Court']],
  ],
  [
    'one of two universities is neither',
    '[ORG:Duke University] beat the [ORG:University of Barrow]. The [ORG:University] paid.',
    [['Duke University'], ['University of Barrow'], ['University']],
  ],
  [
    'the university that the story is about',
    '[ORG:Barrow University] grew. [ORG:Duke University] lent to [ORG:Barrow University]. The [ORG:University] paid.',
    [['Barrow University', 'Barrow University', 'University'], ['Duke University']],
  ],
  [
    'both forms of a university',
    'The [ORG:University of Barrow] and [ORG:Barrow University] are one.',
    [['University of Barrow', 'Barrow University']],
  ],
  [
    'a church by what it is of, a university not by its place',
    '[ORG:Church of Saltism] bought it. [ORG:Saltism] pays. [ORG:University of Texas] lost; [ORG:Texas] won.',
    [['Church of Saltism', 'Saltism'], ['University of Texas'], ['Texas']],
  ],
  [
    'small words left out',
    '[ORG:Food Standards of Australia and New Zealand] warned. [ORG:Food Standards Australia New Zealand] said.',
    [['Food Standards of Australia and New Zealand', 'Food Standards Australia New Zealand']],
  ],
  [
    'two slips after a form of address',
    '[PER:Lydia Buchtmann] spoke. [PER:Ms Bauchtman] left. [PER:Bauchtman] laughed.',
    [['Lydia Buchtmann', 'Bauchtman', 'Bauchtman']],
  ],
  ['a company form', '[ORG:Orbel Inc.] grew. [ORG:Orbel] fell.', [['Orbel Inc', 'Orbel']]],
  ['a surname tagged as something else', '[PER:Ana Castell] won. The [MISC:Castell] plan failed.', [['Ana Castell', 'Castell']]],
];

/** A name of its own for each number: "bededa". */
const inLetters = (number: number): string =>
  String(number).replaceAll(/\d/g, (digit) => 'bedaricolu'.slice(Number(digit), Number(digit) + 2));

describe('merging', () => {
  it.each(cases)('%s', (_name, source, expected) => {
    const { groups } = marked(source);
    expect(groups.map((group) => group.map((name) => name.replace(/\.$/, '')))).toEqual(
      expected.map((group) => group.map((name) => name.replace(/\.$/, ''))),
    );
  });

  it('is linear in the number of names', () => {
    const source = Array.from(
      { length: 2000 },
      (_, index) => `[PER:Ka${index.toString(26).replaceAll(/\d/g, 'x')}lo Vermi${index}ten]`,
    ).join(', ');
    const started = cpuTime();
    expect(marked(source).groups.length).toBeGreaterThan(500);
    expect(cpuTime() - started).toBeLessThan(5000);
  });

  it('takes little for thousands of people of one surname, or of one first name', () => {
    for (const write of [(one: string) => `[PER:K${one} Vermiten]`, (one: string) => `[PER:Karlo V${one}]`]) {
      const source = Array.from({ length: 4000 }, (_, index) => write(inLetters(index + 10_000))).join(', ');
      const started = cpuTime();
      expect(marked(source).groups.length).toBeGreaterThan(1000);
      expect(cpuTime() - started).toBeLessThan(4000);
    }
  });
});

describe('names in the text', () => {
  it.each([
    ['President [PER:Vladimir Putin]', 'Vladimir Putin', ['President']],
    ['[PER:Kremlin spokesman Dmitry Peskov] said', 'Dmitry Peskov', ['Kremlin spokesman']],
    ['Kremlin spokesman [PER:Dmitry Peskov] said', 'Dmitry Peskov', ['Kremlin spokesman']],
    ['[PER:U.S. President Ana Castell] said', 'Ana Castell', ['U.S. President']],
    ['[PER:Minister of Education Ana Castell] said', 'Minister of Education Ana Castell', []],
    ['[PER:Mr. Peskov] said', 'Peskov', ['Mr.']],
    ['[PER:Maria Lenz], the head of policy at Orbel, said', 'Maria Lenz', ['head of policy at Orbel']],
    ['former Russian Foreign Minister [PER:Igor Ivanov]', 'Igor Ivanov', ['former Russian Foreign Minister']],
    ['Then [PER:Ana Castell] won', 'Ana Castell', []],
    ['[PER:Ana Castell], in a call with the president, said', 'Ana Castell', []],
    ['[PER:Ana Castell], President Reed, and others', 'Ana Castell', []],
  ])('%s', (source, name, descriptors) => {
    const [mention] = marked(source).mentions;
    expect(mention?.text).toBe(name);
    expect(mention?.descriptors).toEqual(descriptors);
  });
});
