/** What every input format does, whatever it reads. */
import { describe, expect, test } from 'vitest';
import { CopydeskError } from '../../src/errors.ts';
import type { Found, InputFormat } from '../../src/intake/formats/input-format.ts';

export interface FormatSample {
  /** A sound input of one article with this text. */
  readonly one: (text: string) => Uint8Array;
  /** Sound inputs of several articles, where the format holds several. */
  readonly many?: ((texts: readonly string[]) => Uint8Array) | undefined;
  /** Inputs of which some or all cannot be read: each gives an error with one of these codes. */
  readonly broken: readonly (readonly [what: string, bytes: Uint8Array, codes: readonly string[]])[];
  /** Whether the first bytes tell the format. */
  readonly isSniffed: boolean;
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** All that a format finds; what it throws is the last error. */
export async function readAll(format: InputFormat, bytes: Uint8Array, maxBytes = 100_000, pieces = 7): Promise<Found[]> {
  const found: Found[] = [];
  try {
    for await (const one of format.read(inPieces(bytes, pieces), { maxBytes, declared: { id: 'declared' }, file: 'a.file' }))
      found.push(one);
  } catch (error) {
    if (!(error instanceof CopydeskError)) throw error;
    found.push({ error });
  }
  return found;
}

const textOf = (found: Found): string =>
  'item' in found ? new TextDecoder(found.item.charset).decode(found.item.bytes) : `error ${found.error.code}`;
const codesOf = (found: readonly Found[]): string[] => found.flatMap((one) => ('error' in one ? [one.error.code] : []));

export function inputFormatConformance(format: InputFormat, { one, many, broken, isSniffed }: FormatSample): void {
  describe(`input format: ${format.name}`, () => {
    test('it has a name, lower-case endings and media types', () => {
      expect(format.name).toMatch(/^[a-z][a-z0-9-]*$/);
      for (const ending of format.endings) expect(ending).toMatch(/^[a-z0-9]+$/);
      for (const type of format.mediaTypes) expect(type).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
      expect(format.endings.length + format.mediaTypes.length).toBeGreaterThan(0);
    });

    test.each([1, 7, 65_536])('an article, in pieces of %i bytes', async (pieces) => {
      const found = await readAll(format, one('The harbour bridge — “open” — 東京.'), 100_000, pieces);
      expect(found).toHaveLength(1);
      expect(textOf(found[0] ?? { error: new CopydeskError('INTERNAL') })).toContain('The harbour bridge — “open” — 東京.');
      expect(found[0]).toMatchObject({ item: { file: 'a.file' } });
    });

    test('the same bytes give the same id, other bytes another', async () => {
      const ids = await Promise.all(
        ['one', 'one', 'two'].map(async (text) => {
          const [found] = await readAll(format, one(`The bridge of story ${text} is open again.`));
          return found !== undefined && 'item' in found ? found.item.id : undefined;
        }),
      );
      expect(ids[0]).toMatch(/^art_[0-9a-f]{24}$/);
      expect(ids[0]).toBe(ids[1]);
      expect(ids[0]).not.toBe(ids[2]);
    });

    test('an article beyond the limit is refused, by its size', async () => {
      const found = await readAll(format, one('x'.repeat(300_000)), 1000, 65_536);
      expect(codesOf(found)).toEqual(['TOO_LARGE']);
    });

    test('nothing at all is no article', async () => {
      const found = await readAll(format, new Uint8Array());
      expect(found.every((each) => 'error' in each)).toBe(true);
    });

    test.each(broken.map(([what, bytes, codes]) => ({ what, bytes, codes })))('$what gives a clear error', async ({ bytes, codes }) => {
      const found = await readAll(format, bytes);
      const errors = found.flatMap((each) => ('error' in each ? [each.error] : []));
      expect(errors.length).toBeGreaterThan(0);
      for (const { code, remedy } of errors) {
        expect(codes).toContain(code);
        expect(remedy.length).toBeGreaterThan(10);
      }
    });

    // formats of one article have no such inputs: no test, and none skipped
    const several = many === undefined ? [] : [{ many }];

    test.each(several)('several articles, in order', async ({ many }) => {
      const texts = Array.from({ length: 50 }, (_, n) => `Story ${n} of the harbour bridge.`);
      const found = await readAll(format, many(texts), 100_000, 1000);
      expect(found.map(textOf)).toEqual(texts);
    });

    test.each(format.endings.length > 0 ? several : [])('a reader that stops early is not made to read on', async ({ many }) => {
      const bytes = many(Array.from({ length: 2000 }, (_, n) => `Story ${n} of the harbour bridge, which is long enough.`));
      let read = 0;
      async function* counted(): AsyncGenerator<Uint8Array> {
        for await (const piece of inPieces(bytes, 1000)) {
          read += piece.length;
          yield piece;
        }
      }
      const first = await format.read(counted(), { maxBytes: 100_000 })[Symbol.asyncIterator]().next();
      expect(first.value).toHaveProperty('item');
      expect(read).toBeLessThan(bytes.length / 2);
    });

    test('first bytes', () => {
      const head = one('The harbour bridge');
      expect(format.sniff(head)).toBe(isSniffed);
      expect(format.sniff(new Uint8Array())).toBe(false);
      expect(format.sniff(Buffer.from('Plain words of a text.'))).toBe(false);
    });
  });
}
