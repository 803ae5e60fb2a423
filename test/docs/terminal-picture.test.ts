import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { parseAnsi, terminalSvg } from '../../bench/docs/terminal-picture.ts';

const texts = (ansi: string): string[] => parseAnsi(ansi).map((runs) => runs.map(({ text }) => text).join(''));

test.each([
  ['plain lines', 'a\nb', ['a', 'b']],
  ['a line written over by a carriage return', '10 %\r100 %\n', ['100 %']],
  ['a line written over by a cursor to column 1', '\u001b7\u001b[1G0/5\u001b[0K\u001b[1G5/5\u001b[0K\u001b8\r\nend', ['5/5', 'end']],
  ['the frame of script(1)', 'Script started on 2026-01-01\r\nx\r\n\nScript done on 2026-01-01\n', ['x']],
  ['brackets that are no escape', '[1m] done', ['[1m] done']],
])('%s', (_name, ansi, expected) => {
  expect(texts(ansi)).toEqual(expected);
});

test('styles go on over lines until they are ended', () => {
  const [first, second] = parseAnsi('\u001b[1;32mgood\nstill\u001b[39m bold\u001b[22m plain');
  expect(first?.[0]?.style).toMatchObject({ bold: true, colour: '#8fce8b' });
  expect(second?.map(({ text, style }) => [text, style.bold, style.colour])).toEqual([
    ['still', true, '#8fce8b'],
    [' bold', true, undefined],
    [' plain', false, undefined],
  ]);
});

test('the picture is whole and escaped', () => {
  const svg = terminalSvg('<b> & "c"\n漢字 after', 'npm run <x>');
  const [root] = parseDocument(svg, { xmlMode: true }).children;
  expect(root !== undefined && 'name' in root && root.name).toBe('svg');
  expect(svg).toContain('>&lt;b&gt; &amp; "c"</tspan>');
  expect(svg).toContain('npm run &lt;x&gt;');
});
