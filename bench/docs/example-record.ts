/** The commented record of docs/records.md. Invented text; spans are looked up, so they cannot drift from it. */
import { SCHEMA_VERSION, countWords, type NewsRecord, type PlacedText, type Span } from '../../src/article.ts';
import { articleId } from '../../src/pipeline.ts';

const paragraphs = [
  'The harbour bridge at Port Hallam reopened on Monday, eleven months after a freighter struck one of its piers.',
  '“It is open, and it is safe,” Mayor Ann Lee told reporters. “We tested every bolt.”',
  'She called the repair crews “the quiet heroes of this town”. The work cost $48 million, the Hallam Harbour Authority said.',
];
const text = paragraphs.join('\n\n');

function place(words: string): PlacedText {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the example: ${words}`);
  return { span: [start, start + words.length], text: words };
}

function paragraphSpans(): Span[] {
  let start = 0;
  return paragraphs.map((paragraph) => {
    const span: Span = [start, start + paragraph.length];
    start += paragraph.length + 2;
    return span;
  });
}

const sha256 = '5f2b1c0e9d6a4b7782c3f1e0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0';
const url = 'https://gazette.example/2026/bridge';
const said = { mention: place('Mayor Ann Lee'), entity: 'person:ann-lee', name: 'Ann Lee', confidence: 0.98 };

/** A record that has nearly every field. */
export function exampleRecord(): NewsRecord {
  const id = articleId(sha256, { url });
  return {
    id,
    inputId: 'bridge-1',
    schemaVersion: SCHEMA_VERSION,
    versions: { clean: '1', sign: '1', entities: '1', quotes: '1' },
    batch: 'monday',
    source: {
      file: 'monday.jsonl:1',
      url,
      host: 'gazette.example',
      outlet: 'Hallam Gazette',
      receivedAt: '2026-03-02T18:04:11.000Z',
    },
    raw: { sha256, bytes: 18_403, mediaType: 'text/html', charset: 'utf-8' },
    kind: 'article',
    headline: 'Harbour bridge reopens after eleven months',
    standfirst: 'A freighter struck it last spring.',
    byline: { text: 'By Joan Ferris and Tom Adeyemi', authors: ['Joan Ferris', 'Tom Adeyemi'] },
    dateline: { text: 'PORT HALLAM (Coastal Press)', place: 'Port Hallam', agency: 'Coastal Press' },
    publishedAt: { value: '2026-03-02T17:30:00+01:00', precision: 'minute', from: 'json-ld' },
    modifiedAt: { value: '2026-03-03', precision: 'day', from: 'text' },
    outlet: 'Hallam Gazette',
    canonicalUrl: url,
    section: 'Local news',
    image: 'https://gazette.example/2026/bridge.jpg',
    language: { code: 'en', confidence: 0.99 },
    body: {
      text,
      paragraphs: paragraphSpans(),
      html: paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join(''),
      words: countWords(text),
    },
    removed: [{ rule: 'dump/teaser-line', reason: 'a link to another story', text: 'READ: Five walks along the harbour' }],
    provenance: {
      originator: 'Coastal Press',
      form: 'agency-line',
      evidence: 'PORT HALLAM (Coastal Press) —',
      confidence: 0.9,
    },
    cluster: {
      id: 'clu_0d5c7f3a',
      role: 'copy',
      of: 'art_77a0c2f1b95e4d3380aa91c6',
      containment: 0.97,
      evidence: '3 of 3 paragraphs the same',
    },
    entities: [
      {
        id: 'person:ann-lee',
        name: 'Ann Lee',
        kind: 'person',
        aliases: ['Lee'],
        descriptors: ['Mayor'],
        salience: 0.61,
        mentions: [place('Ann Lee')],
        references: [place('She')],
      },
      {
        id: 'organisation:hallam-harbour-authority',
        name: 'Hallam Harbour Authority',
        kind: 'organisation',
        aliases: [],
        salience: 0.2,
        mentions: [place('Hallam Harbour Authority')],
      },
    ],
    quotations: [
      {
        id: 'q1',
        ...place('It is open, and it is safe,'),
        kind: 'direct',
        medium: 'interview',
        speaker: said,
        cue: place('told'),
        rule: 'marks/cue-after',
      },
      {
        id: 'q2',
        ...place('We tested every bolt.'),
        kind: 'direct',
        continues: 'q1',
        speaker: { ...said, mention: null, confidence: 0.95 },
        cue: null,
        rule: 'marks/continued',
      },
      {
        id: 'q3',
        ...place('the quiet heroes of this town'),
        kind: 'mixed',
        content: place('the repair crews “the quiet heroes of this town”').span,
        speaker: { mention: place('She'), entity: 'person:ann-lee', name: 'Ann Lee', confidence: 0.8 },
        cue: place('called'),
        rule: 'marks/clause',
      },
    ],
    values: [{ ...place('$48 million'), kind: 'money', value: 'USD 48000000' }],
    notes: [{ stage: 'clean', rule: 'html/json-ld', text: 'byline and dates are from the page’s JSON-LD' }],
    timings: { clean: 41.2, sign: 0.9, entities: 6.3, quotes: 2.4 },
  };
}
