import { describe, expect, it } from 'vitest';
import { takeAsClean } from '../../src/clean/clean.ts';
import { findEntities } from '../../src/entities/entities.ts';
import { loadOnnxNames } from '../../src/reader/onnx-names.ts';
import { namesOf, piecesOf, readLabel, windowsOf, type CutIntoPieces } from '../../src/reader/onnx-pieces.ts';
import { createReaderPool } from '../../src/reader/pool.ts';

/**
 * "Wolf/B-PER ##gang/I-PER | met/O": pieces as a tokenizer cuts them, "|" between the words of the text; the labels are those of a model.
 */
function spans(text: string, labelled: string, isByteLevel: boolean): string {
  const words = labelled.split(' | ').map((word) => word.split(' ').map((piece) => piece.split('/') as [string, string]));
  let next = 0;
  const cut: CutIntoPieces = () => {
    const tokens = (words[next++] ?? []).map(([token]) => token);
    return { tokens, ids: tokens.map(() => 0), isByteLevel };
  };
  const pieces = piecesOf(text, cut);
  expect(pieces).toHaveLength(words.flat().length);
  return namesOf(
    pieces,
    words.flat().map(([, label]) => label),
  )
    .map(({ start, end, type }) => `${type} ${text.slice(start, end)}`)
    .join('|');
}

describe('labelled pieces to names', () => {
  it.each([
    [
      'WordPiece',
      'Wolfgang met Ana Lima in Lisbon.',
      'Wolf/B-PER ##gang/I-PER | met/O | Ana/B-PER | Lima/I-PER | in/O | Lis/B-LOC ##bon/I-LOC ./O',
      'PER Wolfgang|PER Ana Lima|LOC Lisbon',
    ],
    ['a label on the first piece only', 'Wolfgang met', 'Wolf/B-PER ##gang/O | met/O', 'PER Wolfgang'],
    ['a name cannot begin within a word', 'unwolf met', 'un/O ##wolf/B-PER | met/O', ''],
    ['an uncased model', 'NATO met in Oslo.', 'nato/B-ORG | met/O | in/O | oslo/B-LOC ./O', 'ORG NATO|LOC Oslo'],
    [
      'a tokenizer that drops accents',
      'in SÃO Łódź, İzmir',
      'in/O | sao/B-LOC | ł/B-LOC ##odz/I-LOC ,/O | izmir/B-LOC',
      'LOC SÃO|LOC Łódź|LOC İzmir',
    ],
    ['SentencePiece', 'Ana Lima of ETA', '▁Ana/B-PER | ▁Li/I-PER ma/I-PER | ▁of/O | ▁E/B-ORG TA/O', 'PER Ana Lima|ORG ETA'],
    ['a mark of its own before a word', 'Ana Lima', '▁/B-PER Ana/I-PER | ▁/B-PER Lima/I-PER', 'PER Ana|PER Lima'],
    ['byte pairs', 'in Porto today', 'in/O | ĠPor/B-LOC to/I-LOC | Ġtoday/O', 'LOC Porto'],
    ['byte pairs of other letters', 'in Málaga, ok', 'in/O | ĠMÃ¡l/B-LOC aga/I-LOC ,/O | Ġok/O', 'LOC Málaga'],
    ['byte pairs within a letter', 'in “Łama”', 'in/O | Ġâ/O Ģ/O ľ/O Å/B-LOC ģ/I-LOC ama/I-LOC âĢ/O Ŀ/O', 'LOC Łama'],
    ['byte pairs of letters that the tokenizer changed', 'in “Oslo”', 'in/O | Ġ"/O Oslo/B-LOC "/O', 'LOC Oslo'],
    ['two names side by side', 'Ana Lima Bob Roe', 'Ana/B-PER | Lima/I-PER | Bob/B-PER | Roe/I-PER', 'PER Ana Lima|PER Bob Roe'],
    ['labels without B and I', 'Ana Lima spoke', 'Ana/PERSON | Lima/PERSON | spoke/O', 'PER Ana Lima'],
    [
      'an unknown word has its whole place',
      'Ana Ωμέγα, in Oslo',
      'Ana/B-PER | [UNK]/I-PER ,/O | in/O | Oslo/B-LOC',
      'PER Ana Ωμέγα|LOC Oslo',
    ],
    ['an unknown sign has what is left', '😀Oslo👩‍👩‍👧 Ana', '[UNK]/O Oslo/B-LOC [UNK]/O | Ana/B-PER', 'LOC Oslo|PER Ana'],
    ['two unknown pieces', 'ΑΒ-Oslo', '[UNK]/B-ORG [UNK]/I-ORG -/I-ORG Oslo/I-ORG', 'ORG ΑΒ-Oslo'],
    ['labels it does not know are no names', 'on Monday in Oslo', 'on/O | Monday/B-DATE | in/O | Oslo/B-GPE', 'LOC Oslo'],
    ['a name ends with its line', 'Ana Lima\nBob Roe', 'Ana/B-PER | Lima/I-PER | Bob/I-PER | Roe/I-PER', 'PER Ana Lima|PER Bob Roe'],
    ['letters without spaces are words', '我在北京见', '我/O 在/O 北/B-LOC 京/I-LOC 见/O', 'LOC 北京'],
    [
      'hyphens and marks belong where the labels say',
      'Ana-Maria Lima’s',
      'Ana/B-PER -/I-PER Maria/I-PER | Lima/I-PER ’/O s/O',
      'PER Ana-Maria Lima',
    ],
  ])('%s', (what, text, labelled, expected) => {
    expect(spans(text, labelled, what.startsWith('byte pairs'))).toBe(expected);
  });

  it.each([
    ['O', undefined],
    ['B-PER', { type: 'PER', isNew: true }],
    ['I-LOC', { type: 'LOC', isNew: false }],
    ['S_ORGANIZATION', { type: 'ORG', isNew: true }],
    ['person', { type: 'PER', isNew: false }],
    ['LABEL_3', undefined],
    ['B-', undefined],
  ])('label %s', (label, expected) => expect(readLabel(label)).toEqual(expected));
});

/** Letters are pieces. */
const letters: CutIntoPieces = (word) => {
  const tokens = Array.from(word.trim());
  return { tokens, ids: tokens.map(() => 1) };
};

const windows = (text: string, most: number): string[] => {
  const pieces = piecesOf(text, letters);
  return windowsOf(pieces, most).map(([from, to]) => text.slice(pieces[from]?.start, pieces[to - 1]?.end));
};

describe('windows', () => {
  it.each<[string, string, number, string[]]>([
    ['nothing', ' \n ', 5, []],
    ['lines stay apart', 'ab\n\ncd', 9, ['ab', 'cd']],
    ['as much as fits', 'ab cd', 4, ['ab cd']],
    ['cut before a sentence', 'ab. cd ef gh', 8, ['ab.', 'cd ef gh']],
    ['else before a word', 'ab cd ef', 5, ['ab cd', 'ef']],
    ['else anywhere', 'abcdefg hi', 3, ['abc', 'def', 'g hi']],
    ['one piece at a time', 'ab', 1, ['a', 'b']],
  ])('%s', (_, text, most, expected) => {
    expect(windows(text, most)).toEqual(expected);
  });

  it('hold every piece once, in order, and never more than fits; surrogate pairs stay whole', () => {
    const text = `${'😀'.repeat(333)} a${'😀'.repeat(333)} ${'word '.repeat(500)}\n${'One. Two! '.repeat(300)}`;
    const pieces = piecesOf(text, letters);
    expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text.replace(/\s/g, ''));
    for (const most of [1, 7, 100, 510]) {
      let next = 0;
      for (const [from, to] of windowsOf(pieces, most)) {
        expect(from).toBe(next);
        expect(to - from).toBeGreaterThan(0);
        expect(to - from).toBeLessThanOrEqual(most);
        next = to;
      }
      expect(next).toBe(pieces.length);
    }
  });
});

it('names of another tagger go the same way: merged, without titles, linked, at their places', () => {
  const text = 'President Vladimir Putin spoke in Moscow. Putin said nothing about Zorblat.';
  const at = (name: string, from = 0) => ({ start: text.indexOf(name, from), end: text.indexOf(name, from) + name.length });
  const { entities } = findEntities({
    ...takeAsClean({ text }),
    language: { code: 'en', confidence: 1 },
    names: [
      { ...at('President Vladimir Putin'), type: 'PER' },
      { ...at('Putin', 30), type: 'PER' },
      { ...at('Zorblat'), type: 'ORG' },
    ],
  });
  expect(entities.map(({ name, kind, wikidata }) => [name, kind, wikidata])).toEqual([
    ['Vladimir Putin', 'person', 'Q7747'],
    ['Zorblat', 'organisation', undefined],
  ]);
  expect(entities[0]?.mentions.map(({ span }) => text.slice(...span))).toEqual(['Vladimir Putin', 'Putin']);
});

describe('no model named', () => {
  it('is said', async () => {
    await expect(loadOnnxNames(undefined)).rejects.toThrow('COPYDESK_NER=onnx needs COPYDESK_NER_MODEL');
  });

  it('keeps the reader from coming up, and the article is not blamed', async () => {
    const pool = createReaderPool({ workers: 1, timeoutMs: 20_000, heapMb: 256, settings: { namesModel: '' } });
    try {
      await expect(pool.readArticle({ text: 'Ana Lima spoke in Oslo on Monday.' })).rejects.toMatchObject({
        code: 'READER_UNAVAILABLE',
        message: expect.stringContaining('COPYDESK_NER_MODEL') as string,
      });
    } finally {
      await pool.close();
    }
  });
});
