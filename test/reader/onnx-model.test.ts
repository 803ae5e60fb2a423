/** COPYDESK_NER=onnx with the real @huggingface/transformers and real ONNX models, made here, in the real reader process. */
import { cpSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewsRecord } from '../../src/article.ts';
import { loadOnnxNames } from '../../src/reader/onnx-names.ts';
import { piecesOf } from '../../src/reader/onnx-pieces.ts';
import { createReaderPool, type ArticleReader } from '../../src/reader/pool.ts';
import { parseLines, run } from '../cli/command.ts';
import { expectRightPlaces, KNOWN_NAMES, nameTaggerConformance, namesIn } from '../conformance/name-tagger.ts';
import { bringPackage } from './onnx-package.ts';
import { LABELS, writeTinyModel, type Lesson, type TokenizerKind } from './onnx-tiny-model.ts';

const lesson: Lesson = {
  words: {
    ...Object.fromEntries(KNOWN_NAMES.people.flat().map((word) => [word, 'B-PER'])),
    ...Object.fromEntries(KNOWN_NAMES.places.map((place) => [place, 'B-LOC'])),
    United: 'B-ORG',
    Ines: 'B-PER',
    Ana: 'B-PER',
    Castro: 'B-PER',
    Quill: 'B-ORG',
    Łódź: 'B-LOC',
    Mürzen: 'B-LOC',
    Lima: 'B-LOC',
    北: 'B-LOC',
  },
  after: [
    ...KNOWN_NAMES.people.map(([first, last]) => [first, last, 'I-PER'] as const),
    ['United', 'Nations', 'I-ORG'],
    ['Ines', 'Castro', 'I-PER'],
    ['Quill', 'Harbour', 'I-ORG'],
    ['Harbour', 'Trust', 'I-ORG'],
    // "Ana Lima" is somebody, "in Lima" a town: the model has to look at the word before
    ['Ana', 'Lima', 'I-PER'],
    ['北', '京', 'I-LOC'],
  ],
};

const readByCommand = (folder: string) =>
  run(['read', '--clean', 'none', '-'], {
    stdin: 'Ines Castro spoke in Lima.',
    env: { COPYDESK_NER: 'onnx', COPYDESK_NER_MODEL: folder },
  });

function openReader(folder: string): ArticleReader {
  return createReaderPool({ workers: 1, timeoutMs: 60_000, heapMb: 512, settings: { namesModel: folder } });
}

const namesBy = async (folder: string, text: string): Promise<string[]> =>
  (await (await loadOnnxNames(folder))(text)).map(({ start, end, type }) => `${type} ${text.slice(start, end)}`);

const brought = await bringPackage();
// at once: hooks of a file whose tests are all left out do not run
if ('missing' in brought) console.log(`\nSKIPPED on this machine:\n  - names by a model of one's own: ${brought.missing}`);

describe.runIf('modules' in brought)('COPYDESK_NER=onnx', { timeout: 120_000 }, () => {
  /** Holds models, and the package as an operator would install it beside them. */
  let home = '';
  let model = '';
  let reader: ArticleReader;
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'copydesk-onnx-'));
    if ('modules' in brought) symlinkSync(brought.modules, join(home, 'node_modules'), 'junction');
    model = join(home, 'tiny names v1.0');
    writeTinyModel(model, lesson);
    reader = openReader(model);
  });
  afterAll(async () => {
    await reader.close();
    rmSync(home, { recursive: true, force: true });
  });

  nameTaggerConformance('a model of one’s own', () => ({ namesModel: model }));

  describe('each kind of tokenizer', () => {
    const text =
      '😀 Ines Castro flew from (Mürzen) to Łódź; Ana Lima stayed in Lima, “Castro” said.\nQuill Harbour Trust’s talks\n北京 Lima';

    it.each<[TokenizerKind]>([['WordPiece'], ['uncased WordPiece'], ['Unigram'], ['byte-level BPE']])('%s', async (tokenizer) => {
      const folder = join(home, tokenizer);
      writeTinyModel(folder, { ...lesson, tokenizer });
      expect((await namesBy(folder, text)).join('|')).toBe(
        'PER Ines Castro|LOC Mürzen|LOC Łódź|PER Ana Lima|LOC Lima|PER Castro|ORG Quill Harbour Trust|LOC 北京|LOC Lima',
      );

      // cut word by word, a text gives the pieces that its tokenizer gives for the whole line
      const { AutoTokenizer } = createRequire(join(home, 'here'))('@huggingface/transformers') as {
        AutoTokenizer: {
          from_pretrained(path: string): Promise<{ encode(text: string, options: object): number[]; tokenize(text: string): string[] }>;
        };
      };
      const whole = await AutoTokenizer.from_pretrained(folder);
      const ids = (line: string): number[] => whole.encode(line, { add_special_tokens: false });
      const line = 'Ines Castro’s flight (from Mürzen) to Łódź was 2.5 hours late, wasn’t it? Castro: “It’s O.K. - well-known!”';
      expect(piecesOf(line, (word) => ({ tokens: whole.tokenize(word), ids: ids(word) })).map(({ id }) => id)).toEqual(ids(line));
    });
  });

  describe('an article to its record', () => {
    const page = `<html lang="en"><head><title>Harbour trust to sell its last ferry</title></head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Harbour trust to sell its last ferry</h1><p>By Ann Lee</p><p>3 March 2026</p>
<p>The Quill Harbour Trust will sell its last ferry, its head Ines Castro said in Lima on Monday. The boat has crossed the bay for sixty years, and half the town learnt to swim beside it.</p>
<p>“Nobody wanted this, and nobody could pay for it,” Castro told reporters. “We shall miss her.”</p>
<p>Dr Castro took over the trust two years ago. She had worked in Berlin before, where she ran three lines with eleven boats.</p></article></body></html>`;
    let record: NewsRecord;
    beforeAll(async () => {
      record = await reader.readArticle({ html: page, url: 'https://example.org/ferry' });
    });

    it('has entities merged, typed, without titles, at their places', () => {
      expectRightPlaces(record);
      expect(namesIn(record)).toEqual([
        'organisation Quill Harbour Trust: Quill Harbour Trust',
        'person Ines Castro: Ines Castro, Castro, Castro',
        'place Berlin: Berlin',
        'place Lima: Lima',
      ]);
      expect(record.entities.find(({ name }) => name === 'Ines Castro')?.descriptors).toContain('Dr');
      expect(record.entities.find(({ name }) => name === 'Berlin')?.wikidata).toBe('Q64');
    });

    it('has speakers who are those entities', () => {
      expect(record.quotations.length).toBeGreaterThan(0);
      for (const { speaker } of record.quotations) expect(speaker).toMatchObject({ name: 'Ines Castro' });
    });

    it('says which model found the names', () => {
      expect(record.versions['entities']).toMatch(/^\d+\+tiny names v1\.0$/);
    });
  });

  it('reads other languages than the built-in tagger', async () => {
    const record = await reader.readArticle(
      {
        text: 'Am Montag traf sich Ines Castro mit den Leuten vom Hafen, die seit Jahren auf neue Schiffe warten und nun in Mürzen klagen wollen.',
      },
      { clean: 'none' },
    );
    expect(namesIn(record)).toEqual(['person Ines Castro: Ines Castro', 'place Mürzen: Mürzen']);
    expect(record.notes.map(({ rule }) => rule)).not.toContain('language-not-covered');
  });

  it('sees names after more pieces than the model can read at once, in a line with spaces and in one without', async () => {
    const text = `${'zq'.repeat(40)} `.repeat(30) + `Ines Castro ${'我'.repeat(2000)}北京${'我'.repeat(2000)} in Lima`;
    const record = await reader.readArticle({ text }, { clean: 'none' });
    expectRightPlaces(record);
    expect(namesIn(record).filter((name) => /Castro|Lima/.test(name))).toEqual(['person Ines Castro: Ines Castro', 'place Lima: Lima']);
    expect(await namesBy(model, text)).toEqual(['PER Ines Castro', 'LOC 北京', 'LOC Lima']);
  });

  it('finds the weights where exports put them', async () => {
    for (const [name, file] of [
      ['flat', 'model.onnx'],
      ['flat and quantised', 'model_quantized.onnx'],
      ['quantised', 'onnx/model_quantized.onnx'],
    ] as const) {
      const folder = join(home, name);
      cpSync(model, folder, { recursive: true });
      rmSync(join(folder, 'onnx', 'model.onnx'));
      cpSync(join(model, 'onnx', 'model.onnx'), join(folder, file));
      expect(await namesBy(folder, 'in Berlin')).toEqual(['LOC Berlin']);
    }
  });

  it.each<[what: string, labels: string[], lesson: Lesson, expected: string]>([
    ['plain', ['O', 'PERSON', 'GPE'], { words: { Ines: 'PERSON', Castro: 'PERSON', Lima: 'GPE' } }, 'PER Ines Castro|LOC Lima'],
    ['BIOES', ['O', 'B-PER', 'E-PER', 'S-LOC'], { words: { Ines: 'B-PER', Castro: 'E-PER', Lima: 'S-LOC' } }, 'PER Ines Castro|LOC Lima'],
    ['with others', ['O', 'B-per', 'B-DATE'], { words: { Ines: 'B-per', Lima: 'B-DATE' } }, 'PER Ines'],
  ])('labels: %s', async (_, labels, lesson, expected) => {
    const folder = join(home, 'labels', labels.join('-'));
    writeTinyModel(folder, { ...lesson, labels });
    expect((await namesBy(folder, 'Ines Castro was in Lima')).join('|')).toBe(expected);
  });

  describe('what cannot be loaded keeps the reader from coming up, and says what, where and what to do', () => {
    const broken: [what: string, harm: (folder: string) => void, says: RegExp][] = [
      ['no folder', (folder) => rmSync(folder, { recursive: true }), /COPYDESK_NER_MODEL: there is no folder .*broken/],
      ['no config.json', (folder) => rmSync(join(folder, 'config.json')), /broken\S* holds no config\.json; copy it/],
      ['no tokenizer.json', (folder) => rmSync(join(folder, 'tokenizer.json')), /broken\S* holds no tokenizer\.json; copy it/],
      ['no tokenizer_config.json', (folder) => rmSync(join(folder, 'tokenizer_config.json')), /holds no tokenizer_config\.json; copy it/],
      ['no weights', (folder) => rmSync(join(folder, 'onnx'), { recursive: true }), /broken\S* holds no onnx\/model\.onnx; .*export/],
      ['config.json is no JSON', (folder) => writeFileSync(join(folder, 'config.json'), '{"id2label": '), /config\.json is not JSON \(/],
      [
        'tokenizer.json is no tokenizer',
        (folder) => writeFileSync(join(folder, 'tokenizer.json'), '{"model":{"type":"Nonsense"}}'),
        /tokenizer\.json cannot be read \(.*decoder.*\); copy it anew/,
      ],
      [
        'weights cut short',
        (folder) => truncateSync(join(folder, 'onnx', 'model.onnx'), 900),
        /model\.onnx cannot be loaded \(.*[Pp]rotobuf.*export it anew/,
      ],
      [
        'weights that are a web page',
        (folder) => writeFileSync(join(folder, 'onnx', 'model.onnx'), '<!doctype html>'),
        /model\.onnx cannot be loaded/,
      ],
      [
        'labels that name nothing',
        (folder) => writeTinyModel(folder, { words: { Berlin: 'LABEL_1' }, labels: ['O', 'LABEL_1', 'LABEL_2'] }),
        /none of the labels in \S*config\.json is a kind of name \(id2label: O, LABEL_1, LABEL_2\); write there .*B-PER/,
      ],
      [
        'fewer labels than the weights give',
        (folder) => writeFileSync(join(folder, 'config.json'), JSON.stringify({ model_type: 'bert', id2label: { 0: 'O', 1: 'B-PER' } })),
        new RegExp(`cannot be run \\(it gives logits of 1 x \\d+ x ${LABELS.length}; .*2 labels of config\\.json`),
      ],
    ];
    it.each(broken)('%s', async (_, harm, says) => {
      const folder = mkdtempSync(join(home, 'broken-'));
      cpSync(model, folder, { recursive: true });
      harm(folder);
      const failure = await loadOnnxNames(folder).catch((error: unknown) => error as Error);
      expect(failure).toBeInstanceOf(Error);
      expect((failure as Error).message).toMatch(says);
      // the pool shows one line of a reader that did not come up
      expect((failure as Error).message).not.toContain('\n');
      expect((failure as Error).message.length).toBeLessThan(700);
    });

    it('and the pool has the line, whole, without blaming the article', async () => {
      const folder = mkdtempSync(join(home, 'broken-'));
      cpSync(model, folder, { recursive: true });
      writeFileSync(join(folder, 'onnx', 'model.onnx'), '<!doctype html>');
      const failing = openReader(folder);
      try {
        await expect(failing.readArticle({ text: 'Ines Castro spoke in Lima on Monday.' })).rejects.toMatchObject({
          code: 'READER_UNAVAILABLE',
          message: expect.stringMatching(/model\.onnx cannot be loaded \(.*copy or export it anew$/) as string,
        });
      } finally {
        await failing.close();
      }
    });

    it('the package is not installed', async () => {
      const alone = mkdtempSync(join(tmpdir(), 'copydesk-onnx-alone-'));
      try {
        writeTinyModel(alone, lesson);
        await expect(loadOnnxNames(alone, [alone])).rejects.toThrow(
          /needs the package @huggingface\/transformers, .*run: npm install .*--prefix "\S*alone/,
        );
      } finally {
        rmSync(alone, { recursive: true, force: true });
      }
    });
  });

  describe('copydesk read', () => {
    it('takes the model', async () => {
      const { code, stdout } = await readByCommand(model);
      expect(code).toBe(0);
      expect(parseLines<NewsRecord>(stdout).map(namesIn)).toEqual([['person Ines Castro: Ines Castro', 'place Lima: Lima']]);
    });

    it('says what is wrong with it', async () => {
      const { code, stderr } = await readByCommand(join(home, 'nowhere'));
      expect(code).not.toBe(0);
      expect(stderr).toContain(`COPYDESK_NER_MODEL: there is no folder ${join(home, 'nowhere')}`);
    });
  });
});
