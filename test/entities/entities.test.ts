import { assert, oneof, property, string, stringMatching } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeAsClean } from '../../src/clean/clean.ts';
import { findEntities, type EntitiesInput } from '../../src/entities/entities.ts';
import { cpuTime } from '../cpu-time.ts';

const time = (text: string): number => {
  const started = cpuTime();
  findEntities(article(text));
  return cpuTime() - started;
};

const article = (text: string, more: Partial<EntitiesInput> = {}): EntitiesInput => ({
  ...takeAsClean({ text }),
  language: { code: 'en', confidence: 1 },
  ...more,
});

const story = `MADRID (AP) — Spanish Prime Minister Pedro Sánchez met Ukrainian President Volodymyr Zelenskyy in Madrid on Tuesday.

"We stand with Ukraine," Sánchez said after the talks. Zelensky thanked Spain and said he would travel to Brussels on Wednesday, where NATO and the European Union are to discuss more aid for Kyiv.

Maria Lenz, an analyst at the Institute for Border Studies (IBS), called the visit "a signal to Moscow". Lenz said the IBS expected 3.5% growth and $1.5 billion in aid.

Kremlin spokesman Dmitry Peskov said Russia's position had not changed. Peskov spoke to reporters in Moscow.`;

describe('entities of an article', () => {
  const { entities, values } = findEntities(
    article(story, {
      headline: 'Sánchez promises Zelensky more aid',
      publishedAt: { value: '2026-11-18', precision: 'day', from: 'test' },
    }),
  );
  const byName = new Map(entities.map((entity) => [entity.name, entity]));

  it('holds one entity for each person, under all spellings', () => {
    const zelensky = entities.filter((entity) => entity.mentions.some((mention) => /Zelensk/.test(mention.text)));
    expect(zelensky).toHaveLength(1);
    expect(zelensky[0]).toMatchObject({ kind: 'person', wikidata: 'Q3874799', id: 'Q3874799', descriptors: ['Ukrainian President'] });
    expect(zelensky[0]?.mentions.map((mention) => mention.text)).toEqual(['Volodymyr Zelenskyy', 'Zelensky']);
    expect(entities.filter((entity) => entity.mentions.some((mention) => mention.text.includes('Lenz')))).toHaveLength(1);
  });

  it('gives a stable key to who has no confirmed id', () => {
    expect(byName.get('Maria Lenz')).toMatchObject({
      id: 'person:maria-lenz',
      kind: 'person',
      descriptors: ['analyst at the Institute for Border Studies'],
    });
    expect(byName.get('Dmitry Peskov')).toMatchObject({ id: 'person:dmitry-peskov', descriptors: ['Kremlin spokesman'] });
  });

  const salience = (name: string): number =>
    entities.find((entity) => [entity.name, ...entity.aliases].some((alias) => alias.includes(name)))?.salience ?? -1;

  it('ranks who is in the headline above who is at the end', () => {
    expect(salience('Sánchez')).toBeGreaterThan(salience('Lenz'));
    expect(salience('Sánchez')).toBeGreaterThan(salience('Peskov'));
    for (const entity of entities) expect(entity.salience).toBeGreaterThanOrEqual(0);
    for (const entity of entities) expect(entity.salience).toBeLessThanOrEqual(1);
  });

  it('has ids that occur once, and spans that give back the mention', () => {
    expect(new Set(entities.map((entity) => entity.id)).size).toBe(entities.length);
    for (const { mentions } of entities) for (const { span, text } of mentions) expect(story.slice(span[0], span[1])).toBe(text);
  });

  it('reads values', () => {
    expect(values?.map((value) => value.value)).toEqual(['2026-11-17', '2026-11-18', '3.5', 'USD 1500000000']);
  });
});

describe('other languages', () => {
  it.each([
    [
      'de',
      'Der Bundestag hat am Donnerstag über den Haushalt beraten. Bundeskanzlerin Angela Merkel sprach in Berlin mit dem Präsidenten Emmanuel Macron über die Lage in der Ukraine.',
    ],
    [
      'ru',
      'Президент России Владимир Путин заявил в среду, что переговоры с Украиной будут продолжены в ближайшее время, сообщает агентство.',
    ],
    [
      'es',
      'El presidente del Gobierno, Pedro Sánchez, se reunió el martes en Madrid con el presidente de Ucrania para hablar sobre la situación en la frontera y las nuevas ayudas.',
    ],
  ])('%s gives no entities and a note', (code, text) => {
    const declared = findEntities(article(text, { language: { code, confidence: 0.9 } }));
    expect(declared.entities).toEqual([]);
    expect(declared.notes).toMatchObject([{ stage: 'entities', rule: 'language-not-covered' }]);
    expect(findEntities(article(text, { language: { code: 'und', confidence: 0 } })).entities).toEqual([]);
  });

  it('reads English whose language nobody declared', () => {
    expect(findEntities(article(story, { language: { code: 'und', confidence: 0 } })).entities.length).toBeGreaterThan(5);
  });
});

describe('any text', () => {
  it('never throws, and gives the same answer twice', () => {
    assert(
      property(oneof(string({ unit: 'binary' }), stringMatching(/^(?:[A-Z][a-z]{1,6}[ ,.]|[’'"(\n)-]| of | and ){0,40}$/)), (text) => {
        const first = findEntities(article(text));
        for (const { mentions } of first.entities)
          for (const { span, text: name } of mentions) expect(text.slice(span[0], span[1])).toBe(name);
        expect(findEntities(article(text))).toEqual(first);
      }),
      { numRuns: 100 },
    );
  });

  it('takes time in proportion to its length', () => {
    const hostile = [
      'Aa ',
      'A.',
      "O'",
      'Mr ',
      '(',
      'Aa-',
      'The Bank of ',
      '"',
      'a',
      'Jan. 3, ',
      'John Smith and ',
      'Joe Reed. Ana Reed. Reed and Mr Reed. ',
      'ab.',
      'A.',
      'A-',
      'A’',
    ];
    for (const piece of hostile) {
      time(piece.repeat(500));
      const small = time(piece.repeat(1000)) + 20;
      expect(time(piece.repeat(8000))).toBeLessThan(small * 16);
    }
  });
});
