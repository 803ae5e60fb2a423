/** Texts made of everything that the scanner of signing treats in a way of its own. The same texts at every call. */

const PIECES = [
  'the',
  'Reyes',
  'U.S.',
  'u.s.a',
  'p.m.',
  'U.K',
  'Jan.',
  '5',
  '31',
  '32',
  'January',
  'may',
  'May',
  'twenty',
  'twenty-five',
  'thirty',
  'seven',
  'Seven',
  'dozen',
  'hundred',
  '12,500',
  '3.75',
  '1.',
  '2,',
  '5m',
  '3bn',
  '46th',
  '1st',
  '2nd',
  '3rd',
  '7k',
  '9K',
  '4M',
  '8Bn',
  '10x',
  '%',
  '12%',
  '£5m',
  '€3bn',
  'colour',
  'organised',
  'analysing',
  'centre',
  'newsletter',
  'subscribe',
  'cookies',
  'comment',
  'Monday',
  'tuesday',
  "don't",
  'don’t',
  'O’Brien',
  "'",
  '’',
  'ʼ',
  '“',
  '”',
  '"',
  '«',
  '»',
  '.',
  '!',
  '?',
  ':',
  ';',
  ',',
  '—',
  '–',
  '-',
  '...',
  'x-\n',
  'exam-\nple',
  'exam-\r\nple',
  'exam-\n\nple',
  'ab-\nCd',
  'cafÃ©',
  'Ã',
  'Ã\u0097',
  'Ã·',
  'Ã\u0080b',
  'â€™',
  'â€œ',
  'â€\u009d',
  'â€',
  'â',
  'didnâ€™t',
  'fooâ€œbar',
  'xâ€y',
  'São',
  'Zürich',
  'Malmö',
  'É',
  'ﬁnal',
  'oﬃce',
  'ﬂag',
  'ﬀ',
  'ﬄ',
  'ﬅ',
  '東京',
  'の',
  'カ',
  'ไทย',
  '한국',
  'ＡＢＣ',
  'ｆｕｌｌ',
  '１２',
  'Москва',
  'мир',
  'Ελλάδα',
  'عربي',
  'हिन्दी',
  '😀',
  '\ud83d',
  '\ude00',
  '\u0000',
  '\u00ad',
  'co\u00adop',
  '\u200b',
  'na\u200cme',
  '\t',
  '\n',
  '\r\n',
  ' ',
  '  ',
  '\u00a0',
  'a',
  'I',
  'Å',
  'b.',
  'A.B',
  'A.B.C',
  'A.BC',
  'AT&T',
  'well-known',
  'e\u0301',
  '½',
  '²',
  'ª',
  '٣',
  'ß',
  'İ',
  'ı',
  'ſ',
  '\u3000',
  '\u30fb',
  '\uf8ff',
  '\ufeff',
  '\ufe0f',
  '\uffff',
  'million',
  'percent',
  'per cent',
] as const;

const STORY =
  'Alma Reyes told a packed hall in Ostwick that seven of twenty bakers had signed the letter by 5 January, and that the mayor would answer it.';

/** mulberry32. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Name and paragraphs. */
export function* oddTexts(): Generator<readonly [string, readonly string[]]> {
  yield ['nothing', []];
  yield ['empty paragraphs', ['', '', STORY, '']];
  for (const piece of PIECES)
    yield [`piece ${JSON.stringify(piece)}`, [STORY, `${STORY} ${piece} ${piece}x ${piece}${piece}, x${piece}.`, piece, STORY]];
  const next = random(11);
  for (let number = 0; number < 300; number += 1) {
    const paragraphs: string[] = [];
    for (let left = 1 + Math.floor(next() * 6); left > 0; left -= 1) {
      let text = '';
      for (let words = Math.floor(next() * 40); words > 0; words -= 1) {
        text += PIECES[Math.floor(next() * PIECES.length)] ?? '';
        if (next() < 0.7) text += ' ';
      }
      // No U+00C2 before U+0080-U+00BF: the scanner that the digests were taken from never came to an end there.
      paragraphs.push(text);
    }
    yield [`mixed ${number}`, paragraphs];
  }
  yield ['long', Array.from({ length: 300 }, (_, line) => `${STORY} ${STORY.toUpperCase()} ${line}`)];
  yield ['fixed width', Array.from({ length: 40 }, (_, line) => `Reyes and ${line} bakers of Ostwick were told by the`)];
}
