import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BLOCK } from '../../src/entities/kernel.ts';
import { LABEL_COUNT } from '../../src/entities/labels.ts';
import { featuresAt, MOST_FEATURES, TEMPLATE_NAMES, useTemplates, viewDocument } from '../../src/entities/features.ts';
import { arrange, type ModelCard, type NamedColumns } from '../../src/entities/model-card.ts';
import { ALL_PLACES, PLACE_NAMES, ROW_NAMES, TABLE_ROWS } from '../../src/entities/net-inputs.ts';
import { NetReader } from '../../src/entities/net.ts';
import { tagNames } from '../../src/entities/tag.ts';
import { tokenize } from '../../src/entities/tokens.ts';
import { inOrderOfNames, packModel, ROW, taggerFeatures, taggerModel, unpackModel } from '../../src/entities/model.ts';
import { wordVectors } from '../../src/entities/vectors.ts';

const bits = 4;
const model = {
  bits,
  scale: 0.25,
  transition: Float32Array.from({ length: LABEL_COUNT * LABEL_COUNT }, (_, index) => index / 8 - 3),
  rows: Int8Array.from({ length: ROW << bits }, (_, index) => (index % 255) - 127),
  net: {
    hidden: 2,
    bias: Float32Array.from([0.5, -0.5]),
    out: Float32Array.from({ length: 2 * ROW }, (_, index) => index / 4),
    // each column has a unit of its own: the largest number of a column is kept as it is
    layer: Float32Array.from([127, 1270, -3, 20, 0, 0]),
    table: Float32Array.from([0, 12.7, 0, 0.1]),
  },
};

const card = { recipe: 'none', data: 'none', date: '2026-12-01', features: taggerFeatures() };

it('gives back what was packed', () => {
  const read = unpackModel(packModel(model, card));
  expect(read.bits).toBe(bits);
  expect(read.scale).toBe(0.25);
  expect(read.transition).toEqual(model.transition);
  expect(read.rows).toEqual(model.rows);
  expect(read.net.hidden).toBe(2);
  expect(read.net.bias).toEqual(model.net.bias);
  expect(read.net.out).toEqual(model.net.out);
  expect([...read.net.layer]).toEqual([127, 1270, -3, 20, 0, 0]);
  for (const [index, value] of read.net.table.entries()) expect(value).toBeCloseTo(model.net.table[index] ?? 0, 5);
});

it('refuses a file that is damaged or no model, and names it', () => {
  const packed = packModel(model, card);
  const bytes = gunzipSync(packed);
  const withByte = (at: number, value: number): Uint8Array => {
    const changed = Buffer.from(bytes);
    changed[at] = value;
    return gzipSync(changed);
  };
  for (const strange of [
    Buffer.alloc(0),
    Buffer.from('version https://git-lfs.github.com/spec/v1'),
    packed.subarray(0, packed.length - 20),
    gzipSync(bytes.subarray(0, 10)),
    gzipSync(bytes.subarray(0, 100)),
    gzipSync(bytes.subarray(0, bytes.length - 1)),
    gzipSync(Buffer.concat([bytes, bytes])),
    // bits of the rows, hidden units, length of the layer
    withByte(4, 28),
    withByte(4, 255),
    withByte(6, 0),
    withByte(15, 255),
  ])
    expect(() => unpackModel(strange)).toThrow(/^models\/entities\.bin\.gz is damaged \(.+\): take it anew/);
  expect(() => unpackModel(withByte(3, 0))).toThrow(/another version/);
  expect(() => unpackModel(withByte(5, 3))).toThrow(/another version/);
});

it('the shipped model fits the tagger: whole rows, four of them aligned for the reader', () => {
  const { rows, bits: shipped, transition, scale, net } = taggerModel();
  expect(rows.length).toBe(ROW << shipped);
  expect(rows.byteOffset % 4).toBe(0);
  expect(transition.every(Number.isFinite)).toBe(true);
  expect(scale).toBeGreaterThan(0);
  expect(net.hidden % BLOCK).toBe(0);
  expect(net.layer.length).toBe(ALL_PLACES * wordVectors().size * net.hidden);
  expect(net.table.length).toBe(TABLE_ROWS * net.hidden);
});

/** Blocks in the order of their names backwards, as another program might have written them. */
function turned(values: Float32Array, blocks: readonly NamedColumns[], width: number): Float32Array {
  const parts: number[][] = [];
  let at = 0;
  for (const [, count] of blocks) parts.unshift([...values.subarray(at, (at += count * width))]);
  return Float32Array.from(parts.flat());
}
const backwards = (features: ModelCard['features']): ModelCard['features'] =>
  Object.fromEntries(Object.entries(features).map(([part, list]) => [part, [...list].reverse()]));

describe('the names on the card', () => {
  const text =
    'Janet Yellen met Olaf Scholz in Berlin on Monday. The Treasury Secretary said the World Bank would lend Kenya more. Yellen flew to Nairobi, where Safaricom is at home.';
  const tokens = tokenize(text);
  const shipped = taggerModel();
  const names = tagNames(tokens, shipped);
  const { hidden, layer, table } = shipped.net;
  const size = layer.length / PLACE_NAMES.length;

  const places = PLACE_NAMES.map((name): NamedColumns => [name, 1]);

  it('find the columns: a file with its features in another order reads the same', () => {
    const other = inOrderOfNames({
      ...shipped,
      card: { ...shipped.card, features: backwards(shipped.card.features) },
      net: { ...shipped.net, layer: turned(layer, places, size), table: turned(table, ROW_NAMES, hidden) },
    });
    expect(other.net.layer).toEqual(layer);
    expect(other.net.table).toEqual(table);
    useTemplates('entities.bin.gz', [...TEMPLATE_NAMES].reverse());
    expect(names.length).toBeGreaterThan(5);
    expect(tagNames(tokens, { ...other, reader: new NetReader(other.net) })).toEqual(names);
  });

  it('that the program does not know are an error with a remedy', () => {
    expect(() => arrange('entities.bin.gz', [['moon', 2]], [['sun', 2]])).toThrow(/entities\.bin\.gz has a feature "moon".*train it anew/);
    expect(() => arrange('entities.bin.gz', [['sun', 3]], [['sun', 2]])).toThrow(/"sun"/);
    expect(() => useTemplates('entities.bin.gz', [['moon', 2]])).toThrow(/"moon"/);
  });

  it('a template or block that the model does not know has no weights, and the others stay where they are', () => {
    expect(
      arrange(
        'a',
        [['two', 2]],
        [
          ['one', 3],
          ['two', 2],
        ],
      ),
    ).toEqual([{ from: 0, to: 3, count: 2 }]);
    useTemplates(
      'entities.bin.gz',
      TEMPLATE_NAMES.filter(([name]) => name !== 'lower'),
    );
    const view = viewDocument(tokens);
    const out = new Int32Array(MOST_FEATURES);
    const without = featuresAt(view, 0, out);
    useTemplates('entities.bin.gz', TEMPLATE_NAMES);
    expect(featuresAt(viewDocument(tokens), 0, out)).toBe(without + 1);
  });

  it('says what made the file', () => {
    expect(shipped.card.recipe).toContain('train:entities');
    expect(shipped.card.date).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});
