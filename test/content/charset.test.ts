import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { CopydeskError } from '../../src/errors.ts';
import { charsetLabel, decodeText } from '../../src/content/charset.ts';

const LATIN = 'Le café de Zoë – “naïve” façade, señor Müller a dit l’été à Málaga. Où êtes-vous, chère amie? Ça va très bien.';
const RUSSIAN = 'Министр сообщил журналистам в понедельник, что переговоры продолжатся на следующей неделе в Москве.';
const JAPANESE = '首相は月曜日に記者団に対し、来週も協議を続けると述べた。東京は晴れ、気温は上がった。';
const CZECH = 'Příliš žluťoučký kůň úpěl ďábelské ódy, řekl ministr novinářům v pondělí večer v Praze.';

const encode = (text: string, charset: string, options?: { addBOM: boolean }): Buffer => iconv.encode(text, charset, options);

test.each([
  { name: 'UTF-8', bytes: encode(LATIN, 'utf8'), charset: 'utf-8', text: LATIN },
  { name: 'UTF-8 with a mark: the mark is no text', bytes: encode(LATIN, 'utf8', { addBOM: true }), charset: 'utf-8', text: LATIN },
  { name: 'plain ASCII', bytes: Buffer.from('Hello.'), charset: 'utf-8', text: 'Hello.' },
  { name: 'UTF-16 little-endian with a mark', bytes: encode(LATIN, 'utf16le', { addBOM: true }), charset: 'utf-16le', text: LATIN },
  { name: 'UTF-16 big-endian with a mark', bytes: encode(LATIN, 'utf-16be', { addBOM: true }), charset: 'utf-16be', text: LATIN },
  { name: 'UTF-16 little-endian without', bytes: encode(LATIN, 'utf16le'), charset: 'utf-16le', text: LATIN },
  { name: 'UTF-16 big-endian without', bytes: encode(LATIN, 'utf-16be'), charset: 'utf-16be', text: LATIN },
  { name: 'Russian in UTF-16 without a mark', bytes: encode(RUSSIAN, 'utf16le'), charset: 'utf-16le', text: RUSSIAN },
  { name: 'windows-1252 by its letters', bytes: encode(LATIN, 'windows-1252'), charset: 'windows-1252', text: LATIN },
  { name: 'one accent only', bytes: Buffer.from('The caf\xe9 was full.', 'latin1'), charset: 'windows-1252', text: 'The café was full.' },
  {
    name: 'curly quotes and dashes of windows-1252',
    bytes: Buffer.from('He said \x93no\x94 \x96 twice.', 'latin1'),
    charset: 'windows-1252',
    text: 'He said “no” – twice.',
  },
  { name: 'windows-1251 by its letters', bytes: encode(RUSSIAN, 'windows-1251'), charset: 'windows-1251', text: RUSSIAN },
  { name: 'KOI8-R by its letters', bytes: encode(RUSSIAN, 'koi8-r'), charset: 'koi8-r', text: RUSSIAN },
  { name: 'windows-1250 by its letters', bytes: encode(CZECH, 'windows-1250'), charset: 'windows-1250', text: CZECH },
  { name: 'Shift_JIS by its letters', bytes: encode(JAPANESE.repeat(3), 'shift_jis'), charset: 'shift_jis', text: JAPANESE.repeat(3) },
  {
    name: 'a declared charset',
    bytes: encode(`<meta charset="iso-8859-2"><p>${CZECH}`, 'iso-8859-2'),
    charset: 'iso-8859-2',
    text: `<meta charset="iso-8859-2"><p>${CZECH}`,
  },
  {
    name: 'the older form of declaration',
    bytes: encode(`<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>${RUSSIAN}`, 'windows-1251'),
    charset: 'windows-1251',
    text: `<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>${RUSSIAN}`,
  },
  {
    name: 'UTF-8 that claims to be Latin-1: validity wins',
    bytes: encode(`<meta charset="iso-8859-1">${LATIN}`, 'utf8'),
    charset: 'utf-8',
    text: `<meta charset="iso-8859-1">${LATIN}`,
  },
  {
    name: 'a page cannot be in UTF-16 when its declaration reads as ASCII',
    bytes: encode(`<meta charset="utf-16">${LATIN}`, 'utf8'),
    charset: 'utf-8',
    text: `<meta charset="utf-16">${LATIN}`,
  },
  {
    name: 'an unknown label is no label',
    bytes: Buffer.from('<meta charset="klingon">caf\xe9', 'latin1'),
    charset: 'windows-1252',
    text: '<meta charset="klingon">café',
  },
  {
    name: 'a single NUL is dirt, not binary',
    bytes: Buffer.from(`One two\0 three. ${'Words. '.repeat(50)}`),
    charset: 'utf-8',
    text: `One two\0 three. ${'Words. '.repeat(50)}`,
  },
])('$name', ({ bytes, charset, text }) => {
  expect(decodeText(bytes)).toEqual({ charset, text });
});

const code = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return error instanceof CopydeskError ? error.code : String(error);
  }
  return 'none';
};

test.each([
  { name: 'PDF', bytes: Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), expected: 'BINARY_INPUT' },
  { name: 'PNG', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), expected: 'BINARY_INPUT' },
  { name: 'ZIP', bytes: Buffer.from('PK\u0003\u0004 and more'), expected: 'BINARY_INPUT' },
  {
    name: 'bytes at random',
    bytes: Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3) * 31) & 0xff)),
    expected: 'BINARY_INPUT',
  },
  {
    name: 'UTF-8 cut in the middle of a letter',
    bytes: encode(LATIN, 'utf8')
      .subarray(0, -1)
      .subarray(0, Buffer.from(LATIN).indexOf(Buffer.from('à Má')) + 1),
    expected: 'BAD_ENCODING',
  },
  {
    name: 'UTF-8 with a broken byte',
    bytes: Buffer.concat([encode(LATIN, 'utf8'), Buffer.from([0xff]), encode(LATIN, 'utf8')]),
    expected: 'BAD_ENCODING',
  },
  { name: 'declared UTF-8 that is not', bytes: Buffer.from('<meta charset=utf-8>caf\xe9', 'latin1'), expected: 'BAD_ENCODING' },
  { name: 'a UTF-8 mark before bytes that are not', bytes: Buffer.from([0xef, 0xbb, 0xbf, 0x63, 0xe9, 0x20]), expected: 'BAD_ENCODING' },
  { name: 'UTF-32', bytes: Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), expected: 'BAD_ENCODING' },
])('$name is $expected', ({ bytes, expected }) => {
  expect(code(() => decodeText(bytes))).toBe(expected);
});

test('labels have one name each', () => {
  expect(['latin1', 'ISO-8859-1', 'cp1252', 'UTF8', 'sjis'].map(charsetLabel)).toEqual([
    'windows-1252',
    'windows-1252',
    'windows-1252',
    'utf-8',
    'shift_jis',
  ]);
  expect(charsetLabel('none-such')).toBeUndefined();
});
