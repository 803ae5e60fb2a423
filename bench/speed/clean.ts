/**
 * Cleaning of HTML against plain jsdom + Readability: the same pages, one core, each contender in a process of its own.
 *
 *   node bench/speed/clean.ts --data ../shared/eval [--pages 60] [--rounds 3]
 *
 * Prints milliseconds a page (median of the rounds; the first round warms up and does not count), the ratio, and peak resident memory.
 */
import { Readability } from '@mozilla/readability';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { JSDOM, VirtualConsole } from 'jsdom';
import { cleanHtml } from '../../src/clean/html/html.ts';
import { samplePages } from './pages.ts';

interface Timing {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakMb: number;
}

const CONTENDERS: Readonly<Record<string, (html: string, url: string) => void>> = {
  copydesk: (html, url) => {
    cleanHtml({ html, url });
  },
  'jsdom+readability': (html, url) => {
    const { window } = new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
    new Readability(window.document).parse();
    window.close();
  },
};

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/eval' },
    pages: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '3' },
    contender: { type: 'string' },
  },
});

const median = (list: number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

function measure(contender: string): Timing {
  const pages = samplePages(values.data, Number(values.pages));
  const work = CONTENDERS[contender];
  if (work === undefined) throw new Error(`no contender ${contender}`);
  const rounds: { wall: number; cpu: number }[] = [];
  for (let round = 0; round <= Number(values.rounds); round++) {
    const start = performance.now();
    const before = process.cpuUsage();
    for (const { html, url } of pages) work(html, url);
    const { user, system } = process.cpuUsage(before);
    rounds.push({ wall: (performance.now() - start) / pages.length, cpu: (user + system) / 1000 / pages.length });
  }
  const counted = rounds.slice(1);
  return {
    wallMs: median(counted.map(({ wall }) => wall)),
    cpuMs: median(counted.map(({ cpu }) => cpu)),
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
}

if (values.contender !== undefined) {
  console.log(JSON.stringify(measure(values.contender)));
} else {
  const timings = Object.keys(CONTENDERS).map((contender): [string, Timing] => {
    const child = spawnSync(
      process.execPath,
      [fileURLToPath(import.meta.url), '--contender', contender, '--data', values.data, '--pages', values.pages, '--rounds', values.rounds],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    return [contender, JSON.parse(child.stdout) as Timing];
  });
  for (const [contender, { wallMs, cpuMs, peakMb }] of timings)
    console.log(`${contender.padEnd(20)} ${wallMs.toFixed(1)} ms a page  ${cpuMs.toFixed(1)} ms of CPU  peak ${Math.round(peakMb)} MB`);
  const [ours, plain] = timings;
  if (ours !== undefined && plain !== undefined)
    console.log(
      `ratio ${(plain[1].wallMs / ours[1].wallMs).toFixed(2)} by the clock, ${(plain[1].cpuMs / ours[1].cpuMs).toFixed(2)} by CPU`,
    );
}
