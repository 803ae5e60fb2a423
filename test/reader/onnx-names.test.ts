import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeAsClean } from '../../src/clean/clean.ts';
import { findEntities } from '../../src/entities/entities.ts';
import { loadOnnxNames, namesBy, spansOfPieces, type LabelledPiece } from '../../src/reader/onnx-names.ts';
import { createReaderPool } from '../../src/reader/pool.ts';

/** "Wolf/B-PER ##gang/I-PER": pieces as tokenizers cut them. */
const pieces = (line: string): LabelledPiece[] =>
  line.split(' ').map((piece) => {
    const at = piece.lastIndexOf('/');
    return { word: piece.slice(0, at), entity: piece.slice(at + 1) };
  });

describe('labelled pieces to spans', () => {
  it.each([
    [
      'WordPiece',
      'Wolfgang met Ana Lima in Lisbon.',
      'Wolf/B-PER ##gang/I-PER met/O Ana/B-PER Lima/I-PER in/O Lis/B-LOC ##bon/I-LOC ./O',
      'PER Wolfgang|PER Ana Lima|LOC Lisbon',
    ],
    ['an uncased model', 'NATO met in Oslo.', 'nato/B-ORG met/O in/O oslo/B-LOC ./O', 'ORG NATO|LOC Oslo'],
    ['SentencePiece', 'Ana Lima of ETA', '▁Ana/B-PER ▁Li/I-PER ma/I-PER ▁of/O ▁E/B-ORG TA/O', 'PER Ana Lima|ORG ETA'],
    ['byte pairs', 'in Porto today', 'in/O ĠPor/B-LOC to/I-LOC Ġtoday/O', 'LOC Porto'],
    ['two names side by side', 'Ana Lima Bob Roe', 'Ana/B-PER Lima/I-PER Bob/B-PER Roe/I-PER', 'PER Ana Lima|PER Bob Roe'],
    ['a model without B and I', 'Ana Lima spoke', 'Ana/PERSON Lima/PERSON spoke/O', 'PER Ana Lima'],
    ['unknown pieces are passed over', 'Ana Łima spoke in Oslo', 'Ana/B-PER [UNK]/I-PER spoke/O in/O Oslo/B-LOC', 'PER Ana|LOC Oslo'],
    ['labels it does not know are no names', 'on Monday in Oslo', 'on/O Monday/B-DATE in/O Oslo/B-GPE', 'LOC Oslo'],
    [
      'hyphens and marks belong where the labels say',
      'Ana-Maria Lima’s',
      'Ana/B-PER -/I-PER Maria/I-PER Lima/I-PER ’/O s/O',
      'PER Ana-Maria Lima',
    ],
  ])('%s', (_, text, labelled, expected) => {
    const spans = spansOfPieces(text, pieces(labelled));
    expect(spans.map(({ start, end, type }) => `${type} ${text.slice(start, end)}`).join('|')).toBe(expected);
  });
});

it('gives the model stretches it can hold and puts their spans back in place', async () => {
  const line = 'A sentence of a long line says that Ana Lima went there again. ';
  const text = `${line.repeat(72 / 12)}\n`.repeat(12);
  const lengths: number[] = [];
  const labels: Readonly<Record<string, string>> = { Ana: 'B-PER', Lima: 'I-PER' };
  const spans = await namesBy((part) => {
    lengths.push(part.length);
    return Promise.resolve((part.match(/\p{L}+|\./gu) ?? []).map((word) => ({ word, entity: labels[word] ?? 'O' })));
  })(text + line.repeat(60));
  expect(Math.max(...lengths)).toBeLessThanOrEqual(1200);
  expect(lengths.length).toBeGreaterThan(13);
  expect(spans).toHaveLength(132);
  for (const { start, end } of spans) expect((text + line.repeat(60)).slice(start, end)).toBe('Ana Lima');
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

describe('a model that cannot be loaded', () => {
  it('is named, with what is missing', async () => {
    await expect(loadOnnxNames(undefined)).rejects.toThrow('COPYDESK_NER=onnx needs COPYDESK_NER_MODEL');
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-onnx-'));
    try {
      await expect(loadOnnxNames(folder)).rejects.toThrow('holds no config.json');
      mkdirSync(join(folder, 'onnx'));
      for (const file of ['config.json', 'tokenizer.json']) writeFileSync(join(folder, file), '{}');
      await expect(loadOnnxNames(folder)).rejects.toThrow(/npm install @huggingface\/transformers|Unsupported|Could not locate|model/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('keeps the reader from coming up, and the article is not blamed', async () => {
    const held = { ...process.env };
    process.env['COPYDESK_NER'] = 'onnx';
    delete process.env['COPYDESK_NER_MODEL'];
    const pool = createReaderPool({ workers: 1, timeoutMs: 20_000, heapMb: 256 });
    try {
      await expect(pool.readArticle({ text: 'Ana Lima spoke in Oslo on Monday.' })).rejects.toMatchObject({
        code: 'READER_UNAVAILABLE',
        message: expect.stringContaining('COPYDESK_NER_MODEL') as string,
      });
    } finally {
      process.env = held;
      await pool.close();
    }
  });
});
