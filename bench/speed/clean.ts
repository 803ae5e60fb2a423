/**
 * Cleaning of HTML against plain jsdom + Readability: the same pages, one core, each contender in a process of its own. The two take turns, a round each,
 * so that both meet the same neighbours on a busy machine.
 *
 *   node bench/speed/clean.ts --data ../shared/eval [--pages 60] [--rounds 3]
 *
 * Prints milliseconds a page (median of the rounds; the first round warms up and does not count), peak resident memory, and the ratio: the median over
 * the rounds, lowest and highest beside it. CPU time counts all threads of a process, so the garbage collector's as well.
 */
import { Readability } from '@mozilla/readability';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { JSDOM, VirtualConsole } from 'jsdom';
import { cleanHtml } from '../../src/clean/html/html.ts';
import { samplePages } from './pages.ts';

/** One round over all pages; times are ms a page. */
interface Round {
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

const median = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

/** In a child: reads all pages once for each message, and answers with the round. */
function serveRounds(contender: string): void {
  const pages = samplePages(values.data, Number(values.pages));
  const work = CONTENDERS[contender];
  if (work === undefined) throw new Error(`no contender ${contender}`);
  process.on('message', () => {
    const start = performance.now();
    const before = process.cpuUsage();
    for (const { html, url } of pages) work(html, url);
    const { user, system } = process.cpuUsage(before);
    const round: Round = {
      wallMs: (performance.now() - start) / pages.length,
      cpuMs: (user + system) / 1000 / pages.length,
      peakMb: process.resourceUsage().maxRSS / 1024,
    };
    process.send?.(round);
  });
}

async function roundOf(child: ChildProcess): Promise<Round> {
  const answer = once(child, 'message', { signal: AbortSignal.timeout(600_000) });
  child.send('round');
  const [round] = (await answer) as [Round];
  return round;
}

async function compare(): Promise<void> {
  const names = Object.keys(CONTENDERS);
  const children = names.map((contender) =>
    fork(fileURLToPath(import.meta.url), ['--contender', contender, '--data', values.data, '--pages', values.pages]),
  );
  const rounds: Round[][] = names.map(() => []);
  for (let count = 0; count <= Number(values.rounds); count++)
    for (const [index, child] of children.entries()) {
      const round = await roundOf(child);
      if (count > 0) rounds[index]?.push(round);
    }
  for (const child of children) child.disconnect();

  for (const [index, name] of names.entries()) {
    const list = rounds[index] ?? [];
    const of = (key: keyof Round): number => median(list.map((round) => round[key]));
    console.log(
      `${name.padEnd(20)} ${of('wallMs').toFixed(1)} ms a page  ${of('cpuMs').toFixed(1)} ms of CPU  peak ${Math.round(list.at(-1)?.peakMb ?? 0)} MB`,
    );
  }
  const [ours = [], plain = []] = rounds;
  const ratios = (key: 'wallMs' | 'cpuMs'): string => {
    const list = ours.map((round, index) => (plain[index]?.[key] ?? 0) / round[key]);
    return `${median(list).toFixed(2)} (${Math.min(...list).toFixed(2)}–${Math.max(...list).toFixed(2)})`;
  };
  console.log(`ratio ${ratios('wallMs')} by the clock, ${ratios('cpuMs')} by CPU`);
}

if (values.contender !== undefined) serveRounds(values.contender);
else await compare();
