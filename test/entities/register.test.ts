import { afterEach, describe, expect, it, test } from 'vitest';
import { takeAsClean } from '../../src/clean/clean.ts';
import { findEntities } from '../../src/entities/entities.ts';
import { builtInKnown, knownWith } from '../../src/entities/known.ts';
import { makeRegister, readRegisterLine, type RegisterEntry, type RegisterMerge } from '../../src/entities/register.ts';

const entities = (text: string) => findEntities({ ...takeAsClean({ text }), language: { code: 'en', confidence: 1 }, known }).entities;
let known = builtInKnown();
const use = (...lines: readonly (RegisterEntry | RegisterMerge)[]): void => {
  known = knownWith(makeRegister(lines));
};
afterEach(() => {
  known = builtInKnown();
});

describe('a line', () => {
  it.each([
    ['{"id":"Q42","names":["Douglas Adams"],"kind":"person"}', { entry: { id: 'Q42', names: ['Douglas Adams'], kind: 'person' } }],
    [
      '{"id":"acme:4711","names":[" Acme Works "],"kind":"organisation","country":"GB","ambiguous":["Acme"]}',
      { entry: { id: 'acme:4711', names: ['Acme Works'], kind: 'organisation', country: 'GB', ambiguous: ['Acme'] } },
    ],
    ['{"merge":"person:doug-adams","into":"Q42"}', { merge: { merge: 'person:doug-adams', into: 'Q42' } }],
  ])('is taken: %s', (line, expected) => {
    expect(readRegisterLine(line)).toEqual(expected);
  });

  it.each([
    ['{"id":"Q42"', 'is not JSON'],
    ['["Q42"]', 'is not a JSON object'],
    ['null', 'is not a JSON object'],
    ['{"names":["Douglas Adams"],"kind":"person"}', '"id" is missing or not a string'],
    [
      '{"id":"Q0","names":["Douglas Adams"],"kind":"person"}',
      '"id" must be a Wikidata id ("Q42") or a key of your own ("acme:4711"), no spaces',
    ],
    ['{"id":"acme: 1","names":["Douglas Adams"],"kind":"person"}', '"id" must be a Wikidata id'],
    ['{"id":"Q42","names":[],"kind":"person"}', '"names" must hold at least one name'],
    ['{"id":"Q42","names":"Douglas Adams","kind":"person"}', '"names" is missing or not an array'],
    ['{"id":"Q42","names":["Douglas Adams",7],"kind":"person"}', '"names"[1] is missing or not a string'],
    ['{"id":"Q42","names":["42"],"kind":"person"}', '"names"[0] holds no letter'],
    ['{"id":"Q42","names":["Douglas\\u0000Adams"],"kind":"person"}', '"names"[0] holds a control character'],
    ['{"id":"Q42","names":["Douglas Adams"],"kind":"bird"}', '"kind" must be one of person, organisation, place'],
    ['{"id":"Q42","names":["Douglas Adams"],"kind":"person","country":"UKR"}', '"country" must be an ISO 3166-1 code'],
    ['{"id":"Q42","names":["Douglas Adams"],"kind":"person","note":"x"}', 'has a field that is not known: "note"'],
    ['{"merge":"Q42","into":"Q42"}', '"into" must differ from "merge"'],
    ['{"merge":"Q42"}', '"into" is missing or not a string'],
  ])('is refused with its reason: %s', (line, problem) => {
    const read = readRegisterLine(line);
    expect(read).toHaveProperty('problem');
    expect((read as { problem: string }).problem).toContain(problem);
  });
});

describe('the register', () => {
  it('keeps the last entry of an id and follows chains of merges to the end', () => {
    const register = makeRegister([
      { id: 'acme:1', names: ['Old Name'], kind: 'organisation' },
      { id: 'acme:1', names: ['New Name'], kind: 'organisation' },
      { merge: 'a', into: 'b' },
      { merge: 'b', into: 'c' },
    ]);
    expect(register.entries.map((entry) => entry.names)).toEqual([['New Name']]);
    expect(Object.fromEntries(register.merges)).toEqual({ a: 'c', b: 'c' });
  });

  it('refuses a circle and names it', () => {
    expect(() =>
      makeRegister([
        { merge: 'a', into: 'b' },
        { merge: 'b', into: 'a' },
      ]),
    ).toThrow('"a" would be merged into itself by way of "b"');
  });

  it('has another fingerprint when anything in it changes', () => {
    const one: RegisterEntry = { id: 'acme:1', names: ['Borderland Relief'], kind: 'organisation' };
    expect(makeRegister([one]).fingerprint).toBe(makeRegister([{ ...one }]).fingerprint);
    expect(makeRegister([one]).fingerprint).not.toBe(makeRegister([{ ...one, kind: 'product' }]).fingerprint);
  });
});

describe('an article read with a register', () => {
  const text =
    'The council of Nether Wallop will buy three Zorblat pumps from Krell and Daughters, Jane Doe told reporters in Nether Wallop on Monday.';

  it('finds its names word for word, with their ids and kinds', () => {
    use(
      { id: 'acme:1', names: ['Krell and Daughters'], kind: 'organisation' },
      { id: 'acme:2', names: ['Zorblat'], kind: 'product' },
      { id: 'Q99999', names: ['Nether Wallop'], kind: 'place', country: 'GB' },
    );
    const found = entities(text);
    expect(found.find(({ id }) => id === 'acme:1')).toMatchObject({ name: 'Krell and Daughters', kind: 'organisation' });
    expect(found.find(({ id }) => id === 'acme:1')).not.toHaveProperty('wikidata');
    expect(found.find(({ id }) => id === 'acme:2')).toMatchObject({ name: 'Zorblat', kind: 'product' });
    const place = found.find(({ id }) => id === 'Q99999');
    expect(place).toMatchObject({ kind: 'place', wikidata: 'Q99999' });
    expect(place?.mentions).toHaveLength(2);
    for (const { span, text: surface } of found.flatMap(({ mentions }) => mentions)) expect(text.slice(span[0], span[1])).toBe(surface);
  });

  it('goes before the built-in entity of the same name', () => {
    const story = 'Russian President Vladimir Putin spoke in Moscow on Monday. Putin said nothing new.';
    expect(entities(story).find(({ name }) => name === 'Vladimir Putin')?.wikidata).toBe('Q7747');
    use({ id: 'desk:putin', names: ['Vladimir Putin', 'Putin'], kind: 'person' });
    expect(entities(story).find(({ name }) => name === 'Vladimir Putin')).toMatchObject({ id: 'desk:putin' });
    expect(entities(story).find(({ name }) => name === 'Vladimir Putin')).not.toHaveProperty('wikidata');
  });

  it('does not take everyday words at the head of a sentence for a name of one word', () => {
    use({ id: 'acme:3', names: ['Meeting'], kind: 'product' });
    expect(entities('Meeting reporters on Monday, the council said that it would think about it.').map(({ id }) => id)).not.toContain(
      'acme:3',
    );
  });

  it('joins what the operator merged, and gives it the id of the target', () => {
    const story = 'Jane Doe spoke first. Then came Janet Roe-Smith, who agreed. "Yes," said Roe-Smith.';
    const before = entities(story).map(({ id }) => id);
    expect(before).toEqual(expect.arrayContaining(['person:jane-doe', 'person:janet-roe-smith']));
    use({ merge: 'person:jane-doe', into: 'Q77' }, { merge: 'person:janet-roe-smith', into: 'person:jane-doe' });
    const people = entities(story).filter(({ kind }) => kind === 'person');
    expect(people).toHaveLength(1);
    expect(people[0]).toMatchObject({ id: 'Q77', wikidata: 'Q77', name: 'Jane Doe', aliases: ['Janet Roe-Smith', 'Roe-Smith'] });
    expect(people[0]?.mentions.map((mention) => mention.text)).toEqual(['Jane Doe', 'Janet Roe-Smith', 'Roe-Smith']);
  });
});

test('without a register nothing is different', () => {
  const text = 'Jane Doe met Kremlin spokesman Dmitry Peskov in Moscow.';
  const before = entities(text);
  use({ id: 'acme:9', names: ['Nobody Anywhere'], kind: 'person' });
  expect(entities(text)).toEqual(before);
});
