import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { exampleRecord } from '../../bench/docs/example-record.ts';
import { generatedDocs } from '../../bench/docs/generated-docs.ts';
import { newsRecordSchema, type NewsRecord } from '../../src/article.ts';
import { SETTINGS } from '../../src/config.ts';
import { ERRORS } from '../../src/errors.ts';
import { recordJsonSchema } from '../../src/export/json-schema.ts';

const read = (path: string): Promise<string> => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('pages made from code', () => {
  test('are current (npm run docs writes them)', async () => {
    const docs = await generatedDocs();
    expect(docs.map((doc) => doc.path)).toContain('docs/records.md');
    for (const doc of docs) expect(await read(doc.path), `${doc.path} is out of date: npm run docs`).toBe(doc.text);
  });

  test('errors.md lists every code exactly once, with its remedy', async () => {
    const page = await read('docs/errors.md');
    const listed = [...page.matchAll(/^\| .*?`([A-Z_]+)`\s*\|/gm)].map((match) => match[1]);
    expect(new Set(listed)).toEqual(new Set(Object.keys(ERRORS)));
    expect(listed).toHaveLength(Object.keys(ERRORS).length);
    for (const error of Object.values(ERRORS)) expect(page).toContain(error.remedy.replaceAll('<', '&lt;'));
  });

  test('configuration.md lists every setting exactly once', async () => {
    const page = await read('docs/configuration.md');
    const listed = [...page.matchAll(/^\| <a id="\w+"><\/a>`([A-Z_]+)`/gm)].map((match) => match[1]);
    expect(new Set(listed)).toEqual(new Set(SETTINGS.map((setting) => setting.name)));
    expect(listed).toHaveLength(SETTINGS.length);
  });
});

describe('the record schema', () => {
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile<NewsRecord>(recordJsonSchema());

  test('takes the example, as zod does', () => {
    const record = exampleRecord();
    expect(newsRecordSchema.parse(record)).toEqual(record);
    expect({ valid: validate(record), errors: validate.errors }).toEqual({ valid: true, errors: null });
  });

  test.each([
    ['a missing headline', (record: NewsRecord) => ({ ...record, headline: undefined })],
    ['an unknown field', (record: NewsRecord) => ({ ...record, colour: 'red' })],
    ['a kind that is not one', (record: NewsRecord) => ({ ...record, kind: 'poem' })],
    ['a negative span', (record: NewsRecord) => ({ ...record, body: { ...record.body, paragraphs: [[-1, 4]] } })],
    ['a confidence over 1', (record: NewsRecord) => ({ ...record, language: { code: 'en', confidence: 1.5 } })],
  ])('refuses %s, as zod does', (_name, spoil) => {
    const spoilt: unknown = JSON.parse(JSON.stringify(spoil(exampleRecord())));
    expect(validate(spoilt)).toBe(false);
    expect(newsRecordSchema.safeParse(spoilt).success).toBe(false);
  });

  test('the spans of the example slice back to their texts', () => {
    const { body, entities, quotations, values } = exampleRecord();
    const placed = [...quotations, ...entities.flatMap((entity) => [...entity.mentions, ...(entity.references ?? [])]), ...(values ?? [])];
    expect(placed.length).toBeGreaterThan(5);
    for (const { span, text } of placed) expect(body.text.slice(...span)).toBe(text);
    expect(body.paragraphs.map((span) => body.text.slice(...span)).join('\n\n')).toBe(body.text);
  });
});
