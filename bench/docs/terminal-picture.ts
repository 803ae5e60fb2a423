/**
 * A picture of real terminal output: ANSI text in, SVG out. Usage:
 *   script -qec "stty cols 120; npm run -s first-batch" out.ansi
 *   node bench/docs/terminal-picture.ts out.ansi docs/first-batch.svg "npm run first-batch"
 * Knows the colours and styles that util.styleText writes, and lines that are written over; anything else is dropped.
 */
import { readFile, writeFile } from 'node:fs/promises';

const FONT_PX = 14;
const CELL_PX = 8.43;
const LINE_PX = 20;
const PAD_PX = 22;
const BAR_PX = 38;

/** Foreground colours of SGR 30-37 and 90-97, on a dark ground. */
const COLOURS: Readonly<Record<number, string>> = {
  30: '#5c6370',
  31: '#f0837a',
  32: '#8fce8b',
  33: '#e8c26a',
  34: '#7fb2f0',
  35: '#d6a2e8',
  36: '#79cfd6',
  37: '#e6e2d8',
  90: '#8a8578',
  91: '#f0837a',
  92: '#8fce8b',
  93: '#e8c26a',
  94: '#7fb2f0',
  95: '#d6a2e8',
  96: '#79cfd6',
  97: '#ffffff',
};

interface Style {
  readonly colour: string | undefined;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly underline: boolean;
}
const PLAIN: Style = { colour: undefined, bold: false, dim: false, underline: false };

interface Run {
  readonly text: string;
  readonly style: Style;
}

function restyled(style: Style, code: number): Style {
  if (code === 0) return PLAIN;
  if (code === 1) return { ...style, bold: true };
  if (code === 2) return { ...style, dim: true };
  if (code === 4) return { ...style, underline: true };
  if (code === 22) return { ...style, bold: false, dim: false };
  if (code === 24) return { ...style, underline: false };
  if (code === 39) return { ...style, colour: undefined };
  return COLOURS[code] === undefined ? style : { ...style, colour: COLOURS[code] };
}

/** Escape sequences: "\x1b[1;32m" is one; "[1]" without the escape character is text. */
// oxlint-disable-next-line no-control-regex
const SEQUENCE = /\x1b\[([\d;?]*)([A-Za-z])/g;

/** Saving and restoring the cursor, and the lines that script(1) adds. */
// oxlint-disable-next-line no-control-regex
const NOISE = /\x1b[78]|^Script (?:started|done) .*\n?/gm;
/** What goes back to the start of the line, as progress bars do. */
// oxlint-disable-next-line no-control-regex
const RESTART = /\r|\x1b\[1G/;

/** One list of runs a line. */
export function parseAnsi(ansi: string): Run[][] {
  let style = PLAIN;
  return ansi
    .replaceAll(/\r+\n/g, '\n')
    .replaceAll(NOISE, '')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const runs: Run[] = [];
      const visible = line.split(RESTART).at(-1) ?? '';
      let at = 0;
      for (const match of visible.matchAll(SEQUENCE)) {
        if (match.index > at) runs.push({ text: visible.slice(at, match.index), style });
        at = match.index + match[0].length;
        if (match[2] === 'm') for (const code of (match[1] || '0').split(';')) style = restyled(style, Number(code));
      }
      if (at < visible.length) runs.push({ text: visible.slice(at), style });
      return runs;
    });
}

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Wide characters (CJK, most emoji) take two cells. */
function cells(text: string): number {
  let width = 0;
  for (const character of text)
    width += /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}]/u.test(character) ? 2 : 1;
  return width;
}

function runSvg({ text, style }: Run, column: number): string {
  if (text.trim() === '') return '';
  const lead = text.length - text.trimStart().length;
  const shown = text.trim();
  const x = PAD_PX + (column + lead) * CELL_PX;
  const attributes = [
    `x="${x.toFixed(1)}"`,
    // The font of the reader may be wider or narrower than ours: the text is set to the cells.
    `textLength="${(cells(shown) * CELL_PX).toFixed(1)}"`,
    ...(style.colour === undefined ? [] : [`fill="${style.colour}"`]),
    ...(style.bold ? ['font-weight="700"'] : []),
    ...(style.dim ? ['opacity="0.62"'] : []),
    ...(style.underline ? ['text-decoration="underline"'] : []),
  ];
  return `<tspan ${attributes.join(' ')}>${escapeXml(shown)}</tspan>`;
}

export function terminalSvg(ansi: string, command: string): string {
  const lines = parseAnsi(ansi);
  const rows: Run[][] = [
    [
      { text: '$ ', style: { ...PLAIN, dim: true } },
      { text: command, style: { ...PLAIN, bold: true } },
    ],
    ...lines,
  ];
  const widest = Math.max(...rows.map((runs) => cells(runs.map(({ text }) => text).join(''))));
  const width = Math.ceil(PAD_PX * 2 + widest * CELL_PX);
  const height = BAR_PX + rows.length * LINE_PX + PAD_PX;
  const texts = rows.map((runs, row) => {
    let column = 0;
    const spans = runs.map((run) => {
      const span = runSvg(run, column);
      column += cells(run.text);
      return span;
    });
    return `<text y="${BAR_PX + (row + 1) * LINE_PX - 5}" xml:space="preserve">${spans.join('')}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(command)} in a terminal">
<rect width="${width}" height="${height}" rx="10" fill="#1d1f24"/>
<g fill="#4a4d55"><circle cx="22" cy="19" r="6"/><circle cx="42" cy="19" r="6"/><circle cx="62" cy="19" r="6"/></g>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${FONT_PX}" fill="#e6e2d8">
${texts.join('\n')}
</g>
</svg>
`;
}

if (import.meta.main) {
  const [from = '', to = '', command = ''] = process.argv.slice(2);
  // Paths of this checkout are shown from its top.
  const ansi = (await readFile(from, 'utf8')).replaceAll(`${process.cwd()}/`, '');
  await writeFile(to, terminalSvg(ansi, command));
}
