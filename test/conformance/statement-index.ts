/** What every adapter of StatementIndex must do. Called by the test of each adapter. */
import { describe, expect, test } from 'vitest';
import type { NewsRecord } from '../../src/article.ts';
import type { Statement, StatementIndex } from '../../src/quotes/statements/statement.ts';
import { quoting } from '../quotes/statements/records.ts';

const WHOLE = 'We will rebuild the bridge because the town needs it, and we will do it before winter';

/** "outlet:kept …" of each appearance, in order. */
const places = ({ appearances }: Statement): string =>
  appearances.map(({ outlet, kept, place }) => `${outlet}${place === 'headline' ? ' (headline)' : ''}:${kept}`).join(' ');
const byText = (a: string, b: string): number => (a < b ? -1 : 1);
const texts = (statements: readonly Statement[]): string[] => statements.map(({ text }) => text).sort(byText);

/** `orders`: other orders of arrival that are tried, 1 to 3; a database takes its time. */
export function statementIndexConformance(name: string, open: () => Promise<StatementIndex>, orders = 3): void {
  const filled = async (...records: NewsRecord[]): Promise<StatementIndex> => {
    const index = await open();
    for (const record of records) await index.add(record);
    return index;
  };
  /** The statements must be the same whatever the order of arrival. */
  const inAnyOrder = async (records: readonly NewsRecord[]): Promise<readonly Statement[]> => {
    const found = await (await filled(...records)).find();
    const others = [records.toReversed(), [...records.slice(1), records[0]!], [records.at(-1)!, ...records.slice(0, -1)]];
    for (const order of others.slice(0, orders)) expect(await (await filled(...order)).find()).toEqual(found);
    return found;
  };

  describe(`StatementIndex: ${name}`, () => {
    test('what did she say, where did it appear first, who cut it', async () => {
      const found = await inAnyOrder([
        quoting('Courier', '2025-03-02T08:00:00Z', [['we will rebuild the bridge because the town needs it', 'Ann Lee']]),
        quoting('Gazette', '2025-03-01T10:00:00Z', [[`${WHOLE}.`, 'Ann Lee']]),
        quoting('Herald', '2025-03-03', [['We’ll rebuild the bridge … and we will do it before winter,', 'Lee']]),
        quoting('Mail', '2025-03-03T09:00:00Z', [['The river was high this spring, and the old piers gave way', 'Ann Lee']]),
      ]);
      expect(texts(found)).toEqual(['The river was high this spring, and the old piers gave way', `${WHOLE}.`]);
      const statement = found.find(({ text }) => text.startsWith('We will'))!;
      expect(places(statement)).toBe('Gazette:1 Courier:0.59 Herald:0.71');
      expect(statement.speaker).toEqual({ name: 'Ann Lee', entity: 'person:lee' });
      expect(statement.articles).toBe(3);
      expect(statement.appearances[0]).toMatchObject({ at: '2025-03-01T10:00:00Z', dated: 'published', place: 'body', quotation: 'q1' });
    });

    test('another speaker of the same words makes another statement; a quotation of nobody known joins', async () => {
      const found = await inAnyOrder([
        quoting('Courier', '2025-03-01', [[WHOLE, 'Ann Lee']]),
        quoting('Gazette', '2025-03-02', [[WHOLE, 'Bob Ray']]),
        quoting('Herald', '2025-03-03', [['because the town needs it, and we will do it', undefined]]),
      ]);
      expect(found.map((statement) => `${statement.speaker?.name}: ${places(statement)}`).sort(byText)).toEqual([
        expect.stringMatching(/^Ann Lee: Courier:1/),
        expect.stringMatching(/^Bob Ray: Gazette:1/),
      ]);
      expect(found.flatMap(({ appearances }) => appearances)).toHaveLength(3);
    });

    test('a fuller wording of nobody known joins the speaker of the half of it', async () => {
      const found = await inAnyOrder([
        quoting('Courier', '2025-03-01', [['We will rebuild the bridge because the town needs it', 'Ann Lee']]),
        quoting('Gazette', '2025-03-02', [[WHOLE, undefined]]),
      ]);
      expect(found.map(({ speaker, text }) => `${speaker?.name}: ${text}`)).toEqual([`Ann Lee: ${WHOLE}`]);
    });

    test('few words are the same statement only when they are all of it, by the same named speaker', async () => {
      const found = await inAnyOrder([
        quoting('Courier', '2025-03-01', [['the town needs it', 'Ann Lee']]),
        quoting('Gazette', '2025-03-02', [[WHOLE, 'Ann Lee']]),
        quoting('Herald', '2025-03-03', [['The town needs it!', 'Lee']]),
        quoting('Mail', '2025-03-04', [['the town needs it', undefined]]),
        quoting('Post', '2025-03-04', [['needs', 'Ann Lee']]),
      ]);
      expect(found.map(places)).toEqual(['Gazette:1', 'Courier:1 Herald:1']);
    });

    test('words in two longer statements belong to the longest, and a third that holds both takes all', async () => {
      const part = 'we will rebuild the bridge before winter';
      const two = [
        quoting('Courier', '2025-03-01', [[part, 'Ann Lee']]),
        quoting('Gazette', '2025-03-02', [[`${part} and open it in spring`, 'Ann Lee']]),
        quoting('Herald', '2025-03-03', [[`I promise that ${part} with your help and your money`, 'Ann Lee']]),
      ];
      expect((await inAnyOrder(two)).map(places).sort(byText)).toEqual(['Courier:0.44 Herald:1', 'Gazette:1']);
      const joined = `I promise that ${part} with your help and your money. And ${part} and open it in spring`;
      expect((await inAnyOrder([...two, quoting('Mail', '2025-03-04', [[joined, 'Ann Lee']])])).map(places)).toEqual([
        'Courier:0.24 Gazette:0.41 Herald:0.55 Mail:1',
      ]);
    });

    test('headline and body of one article are two places of one statement', async () => {
      const found = await (
        await filled(
          quoting('Courier', '2025-03-01', [[WHOLE, 'Ann Lee']], [['We will rebuild the bridge', 'Ann Lee']]),
          quoting('Gazette', '2025-03-02', [['The town needs a bridge that holds', 'Ann Lee', 'a bridge that holds']]),
        )
      ).find();
      expect(found.map(places)).toEqual(['Gazette:1', 'Gazette (headline):1', 'Courier (headline):0.29 Courier:1']);
      expect(found.map(({ articles }) => articles)).toEqual([1, 1, 1]);
    });

    test('a record that comes again changes nothing; a changed one replaces what it said', async () => {
      const first = quoting('Courier', '2025-03-01', [[WHOLE, 'Ann Lee']]);
      const index = await filled(
        first,
        quoting('Gazette', '2025-03-02', [['the town needs it, and we will do it before winter', 'Ann Lee']]),
      );
      const before = await index.find();
      await index.add(first);
      expect(await index.find()).toEqual(before);
      await index.add({ ...quoting('Courier', '2025-03-01', [['There is no money for a bridge this year', 'Bob Ray']]), id: first.id });
      expect((await index.find()).map((statement) => `${statement.speaker?.name} ${places(statement)}`)).toEqual([
        'Ann Lee Gazette:1',
        'Bob Ray Courier:1',
      ]);
      await index.add(first);
      expect(await index.find()).toEqual(before);
    });

    test.each([
      { query: { speaker: 'Lee' }, expected: ['Courier', 'Herald'] },
      { query: { speaker: 'ann lee' }, expected: ['Courier', 'Herald'] },
      { query: { speaker: 'person:lee' }, expected: ['Courier', 'Herald'] },
      { query: { speaker: 'Bob Lee' }, expected: [] },
      { query: { text: 'winter bridge' }, expected: ['Courier'] },
      { query: { text: 'It’s' }, expected: ['Gazette'] },
      { query: { speaker: 'Lee', text: 'money' }, expected: ['Herald'] },
      { query: { speaker: 'Ray', text: 'bridge' }, expected: [] },
      { query: { text: 'brid' }, expected: [] },
      { query: { text: '% _' }, expected: [] },
      { query: { limit: 1 }, expected: ['Herald'] },
      { query: {}, expected: ['Courier', 'Gazette', 'Herald'] },
    ])('$query finds $expected', async ({ query, expected }) => {
      const index = await filled(
        quoting('Courier', '2025-03-01', [[WHOLE, 'Ann Lee']]),
        quoting('Gazette', '2025-03-02', [['It’s not for me to say what comes next', 'Bob Ray']]),
        quoting('Herald', '2025-03-03', [['There is enough money for all of us', 'Ann Lee']]),
      );
      const found = await index.find(query);
      expect(found.flatMap(({ appearances }) => appearances.map(({ outlet }) => outlet ?? '')).sort(byText)).toEqual(expected);
    });
  });
}
