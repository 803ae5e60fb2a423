/** The first batch, line by line: what is article and what is page was marked by hand. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readArticle, type NewsRecord } from '../src/index.ts';

interface Marked {
  readonly headline: string;
  /** First and last line of the article's own text. */
  readonly first: string;
  readonly last: string;
  /** Lines between the two that are page, not article. */
  readonly inserted: readonly string[];
  /** Lines that may stand in the body or not: section headings. */
  readonly either?: readonly string[];
  readonly originator?: string;
}

const MARKED: Readonly<Record<string, Marked>> = {
  '000': {
    headline: 'Trump: Ukraine Did NOT Attack Putin’s Home, Despite Russia’s Claims',
    first: 'President Donald Trump has stated',
    last: '“This is one of many differences between us.”',
    inserted: ['- Advertisement -', 'WATCH:', 'Slay the latest News for free!', 'We don’t spam! Read our privacy policy for more info.'],
    either: ['Peace Negotiations Ongoing'],
  },
  '001': {
    headline: 'Tensions flare between Russia and Ukraine after Trump’s peace talks',
    first: 'KYIV — Russian President Vladimir Putin, in a call',
    last: 'Abbakumova reported from Riga, Latvia.',
    inserted: [],
    originator: 'Washington Post',
  },
  '002': {
    headline: 'Kremlin Denies Putin’s Support For Peacekeeping Forces In Ukraine, Contradicting Trump',
    first: 'The Kremlin on Tuesday pushed back',
    last: 'In a post on X, the Polish military’s operational command',
    inserted: [
      'READ: DHS Secretary Kristi Noem: Leakers Identified, Vows Consequences For Endangering Law Enforcement',
      'READ: Op-Ed: It’s Time To Push Back Against Biden-Era Cuts To Medicare Advantage',
      'READ: National Security Advisor Mike Waltz: All Sides Need To Be Brought Into Russian, Ukraine Peace Talks',
    ],
  },
  '003': {
    headline: '"We Didn\'t Attack Putin": Zelensky Denies Russia\'s Assassination Claim',
    first: "Ukraine's President Volodymyr Zelensky has denied his country",
    last: 'Russian ex-president Dmitry Medvedev said on Wednesday',
    inserted: [
      'Also Read',
      'Ukraine Tried To Kill Vladimir Putin With Drone Strike On Kremlin: Russia',
      '"We Didn\'t Attack Putin": Zelensky Denies Russia\'s Assassination Claim',
    ],
    either: ["Russia's Medvedev calls for 'elimination' of Zelenskyy after drone attack"],
  },
  '004': {
    headline: 'Trump says he is ‘not happy’ with deadly Russian strikes on Kyiv',
    first: 'US President Donald Trump has said he is “not happy”',
    last: 'South Africa says its non-aligned position',
    inserted: [],
  },
};

const folder = new URL('../seeds/', import.meta.url);
const seeds = readdirSync(folder).toSorted();

function articleLines(text: string, marked: Marked): string[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const from = lines.findIndex((line) => line.startsWith(marked.first));
  const to = lines.findIndex((line) => line.startsWith(marked.last));
  return lines.slice(from, to + 1).filter((line) => !marked.inserted.includes(line) && marked.either?.includes(line) !== true);
}

const paragraphsOf = (record: NewsRecord): string[] => record.body.paragraphs.map(([start, end]) => record.body.text.slice(start, end));

test('the five seeds are here', () => {
  expect(seeds.map((seed) => seed.slice(0, 3))).toEqual(Object.keys(MARKED));
});

describe.each(seeds)('%s', (seed) => {
  const text = readFileSync(new URL(seed, folder), 'utf8');
  const marked = MARKED[seed.slice(0, 3)];
  if (marked === undefined) throw new Error(`no marks for ${seed}`);
  const record = readArticle({ text });
  const own = articleLines(text, marked);

  test('the headline is the headline', () => {
    expect(record.headline).toBe(marked.headline);
  });

  test('the body is exactly the article', () => {
    const standfirst = record.standfirst === undefined ? [] : [record.standfirst];
    const paragraphs = paragraphsOf(record).filter((line) => marked.either?.includes(line) !== true && !standfirst.includes(line));
    expect(paragraphs).toEqual(own.filter((line) => !standfirst.includes(line)));
  });

  test('the originator is named or left open', () => {
    expect(record.provenance?.originator).toBe(marked.originator);
  });

  test('every span slices back to its text', () => {
    const placed = [
      ...record.entities.flatMap((entity) => [...entity.mentions, ...(entity.references ?? [])]),
      ...record.quotations,
      ...record.quotations.flatMap(({ cue, speaker }) => [cue, speaker?.mention ?? null].filter((at) => at !== null)),
    ];
    expect(placed.length).toBeGreaterThan(10);
    for (const { span, text: words } of placed) expect(record.body.text.slice(...span)).toBe(words);
  });

  test('people who only stand in menus and teasers are not entities', () => {
    const names = record.entities.map((entity) => entity.name).join('; ');
    expect(names).not.toMatch(/Maduro|Noem|Waltz|Clooney|Mendoza|Biden|Slay News|DNYUZ|Tampa|Jaano|Junction|Facebook|Spotify/);
  });
});
