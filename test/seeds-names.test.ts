/** The first batch, name by name: who says what, and who and what it is about, marked by hand from the raw pages. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readArticle, type NewsRecord } from '../src/index.ts';

interface Marked {
  /** Every stretch of quoted words in the body, by its opening words and in order, with who says it. */
  readonly said: readonly (readonly [speaker: string, ...openings: string[]])[];
  /** Names of people, organisations and places, with the Wikidata id; empty where the marker was not sure of it. */
  readonly names: Readonly<Record<string, string>>;
  /** Names on which readers differ: buildings, platforms, capitals that stand for a government. */
  readonly either?: readonly string[];
}

const TRUMP = { 'Donald Trump': 'Q22686' };
const PUTIN = { 'Vladimir Putin': 'Q7747' };
const ZELENSKY = { 'Volodymyr Zelensky': 'Q3874799' };
const LAVROV = { 'Sergei Lavrov': 'Q58217' };
const PESKOV = { 'Dmitry Peskov': '' };
const WAR = { Ukraine: 'Q212', Russia: 'Q159', 'United States': 'Q30', Moscow: 'Q649', ...TRUMP, ...PUTIN };

const MARKED: Readonly<Record<string, Marked>> = {
  '000': {
    said: [
      [
        'Donald Trump',
        'I don’t believe that strike',
        'There is something',
        'not good.',
        'It’s one thing',
        'It’s not the right time',
        'Because nobody',
      ],
      [
        'Donald Trump',
        'That was the first',
        'We don’t believe',
        'I don’t do deadlines',
        'I think we’ll have a deal',
        'We’re getting a lot closer',
      ],
      ['Dmitry Peskov', 'This terrorist action', 'The diplomatic consequence'],
      [
        'Volodymyr Zelensky',
        'complete fabrication',
        'to justify additional',
        'Ukraine does not take',
        'To the contrary',
        'This is one of many',
      ],
    ],
    names: {
      ...WAR,
      ...ZELENSKY,
      ...LAVROV,
      ...PESKOV,
      Kremlin: 'Q133274',
      Florida: 'Q812',
      Kyiv: 'Q1899',
      Novgorod: '',
      'Mar-a-Lago': '',
    },
    either: ['Washington, D.C.', 'X'],
  },
  '001': {
    said: [
      ['Donald Trump', 'I don’t like it', 'It’s a delicate period', 'I stopped the Tomahawks', 'I didn’t want that'],
      ['Volodymyr Zelensky', 'The Russians have come up'],
      ['Donald Trump', 'terrific', 'excellent', 'I do think'],
      ['Dmitry Peskov', 'The Kremlin agrees'],
      ['Sergei Lavrov', 'revised'],
      [
        'Volodymyr Zelensky',
        'I told him',
        'free economic zone',
        'All these details',
        'For now',
        'All signals',
        'America is working',
        'On the one hand',
      ],
      ['Volodymyr Zelensky', 'But on the other hand'],
    ],
    names: {
      ...WAR,
      ...ZELENSKY,
      ...LAVROV,
      ...PESKOV,
      Kyiv: 'Q1899',
      Florida: 'Q812',
      'White House': 'Q35525',
      CIA: 'Q37230',
      'United Kingdom': 'Q145',
      France: 'Q142',
      Germany: 'Q183',
      Kremlin: 'Q133274',
      Donbas: '',
      NATO: 'Q7184',
      Europe: 'Q46',
      Riga: 'Q1773',
      Latvia: 'Q211',
      Abbakumova: '',
      'Warren Strobel': '',
      'Isaac Arnsdorf': '',
    },
    either: ['Washington, D.C.', 'Telegram', 'WhatsApp', 'Zaporizhzhia', 'Zaporizhzhia nuclear power plant', 'Donetsk'],
  },
  '002': {
    said: [
      ['Donald Trump', 'specifically asked', 'He has no problem'],
      ['Sergei Lavrov', 'direct threat'],
      ['Dmitry Peskov', 'I have nothing to add'],
    ],
    names: { ...WAR, ...LAVROV, ...PESKOV, Kremlin: 'Q133274', 'White House': 'Q35525', 'Emmanuel Macron': 'Q3052772', NATO: 'Q7184' },
    either: ['X'],
  },
  '003': {
    said: [
      ['Volodymyr Zelensky', "We don't attack Putin"],
      ['Russian presidency', 'a planned terrorist act'],
      ['Dmitry Medvedev', 'elimination', 'eliminate', 'clique'],
    ],
    names: {
      Ukraine: 'Q212',
      Russia: 'Q159',
      'United States': 'Q30',
      Moscow: 'Q649',
      ...PUTIN,
      ...ZELENSKY,
      Kremlin: 'Q133274',
      Finland: 'Q33',
      'Dmitry Medvedev': 'Q23530',
      Kyiv: 'Q1899',
    },
    either: ['Senate', 'Senate building'],
  },
  '004': {
    said: [
      [
        'Donald Trump',
        'not happy',
        'stop',
        'putting a lot',
        'Not necessary',
        'no allegiance',
        'allegiance to saving',
        'to see if',
        'things will happen',
      ],
      ['Volodymyr Zelensky', 'We believe that if', 'huge compromise', 'ceasefire must be', 'If Russia says'],
      ['Sergei Lavrov', 'we only target', 'fine tuned'],
      ['Donald Trump', 'very close', 'will do nothing but'],
      ['JD Vance', 'freeze the territorial', 'are both going to have to'],
      ['Marco Rubio', 'We’ve shown them', 'We need both'],
    ],
    names: {
      ...WAR,
      ...ZELENSKY,
      ...LAVROV,
      Kyiv: 'Q1899',
      Norway: 'Q20',
      'Jonas Gahr Støre': 'Q467948',
      'White House': 'Q35525',
      'Steve Witkoff': '',
      'South Africa': 'Q258',
      CBS: 'Q43380',
      Crimea: 'Q7835',
      'JD Vance': 'Q28935729',
      'Marco Rubio': 'Q324546',
      'Cyril Ramaphosa': 'Q1148669',
      Africa: 'Q15',
      'Truth Social': '',
    },
    either: ['Washington, D.C.', 'Oval Office'],
  },
};

/** Of the marked names of all five: one or two of a single-word surname may be missed. */
const NAMES_FOUND = 0.95;

const folder = new URL('../seeds/', import.meta.url);
const records: ReadonlyMap<string, NewsRecord> = new Map(
  readdirSync(folder).map((seed) => [seed.slice(0, 3), readArticle({ text: readFileSync(new URL(seed, folder), 'utf8') })]),
);

const tripleOf = (record: NewsRecord) =>
  record.entities.filter(({ kind }) => kind === 'person' || kind === 'organisation' || kind === 'place');

describe.each(Object.entries(MARKED))('%s', (seed, marked) => {
  const record = records.get(seed)!;

  test('every quoted word has its speaker, and nothing else is quoted', () => {
    const expected = marked.said.flatMap(([speaker, ...openings]) => openings.map((opening) => [opening, speaker]));
    const found = record.quotations.map(({ text, speaker }, n) => [text.slice(0, expected[n]?.[0]?.length ?? 20), speaker?.name]);
    expect(found).toEqual(expected);
  });

  test('no name is made up', () => {
    const known = [...Object.keys(marked.names), ...(marked.either ?? [])];
    expect(tripleOf(record).filter(({ name }) => !known.includes(name))).toEqual([]);
  });

  test('no id is wrong', () => {
    const marks = new Map(Object.entries(marked.names).filter(([, id]) => id !== ''));
    const linked = tripleOf(record).filter(({ name, wikidata }) => wikidata !== undefined && marks.has(name));
    expect(linked.length).toBeGreaterThan(5);
    expect(linked.filter(({ name, wikidata }) => wikidata !== marks.get(name))).toEqual([]);
  });
});

test('names of the story are found', () => {
  const wanted = Object.entries(MARKED).flatMap(([seed, { names }]) => Object.keys(names).map((name) => `${seed} ${name}`));
  const found = new Set([...records].flatMap(([seed, record]) => tripleOf(record).map(({ name }) => `${seed} ${name}`)));
  const missing = wanted.filter((name) => !found.has(name));
  expect(missing.slice(Math.floor(wanted.length * (1 - NAMES_FOUND)))).toEqual([]);
});
