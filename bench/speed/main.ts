/**
 * Speed and memory, side by side in one run; figures are only comparable within a run.
 *
 *   npm run bench:speed -- [--data ../shared/eval] [--pages 60] [--articles 300] [--json]
 *
 * 1. one core, HTML pages: ours (all stages) against the naive alternative (plain jsdom + Readability, then compromise);
 * 2. end to end: the embedded deployment, and Postgres + Redis when DATABASE_URL and REDIS_URL are set.
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { z } from 'zod';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/eval' },
    pages: { type: 'string', default: '60' },
    articles: { type: 'string', default: '300' },
    json: { type: 'boolean', default: false },
  },
});

const contenderSchema = z.object({
  contender: z.string(),
  pages: z.number(),
  ms: z.number(),
  peakMb: z.number(),
  stages: z.record(z.string(), z.number()),
});
const endToEndSchema = z.object({
  deployment: z.string(),
  articles: z.number(),
  acceptedPerSecond: z.number(),
  perSecond: z.number(),
  peakMb: z.number(),
  invariantsBroken: z.number(),
});

function runScript(script: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): unknown {
  const out = execFileSync(process.execPath, [new URL(script, import.meta.url).pathname, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env,
  });
  return JSON.parse(out.trim().split('\n').at(-1) ?? '');
}

const contender = (name: string) => contenderSchema.parse(runScript('./contender.ts', [name, options.data, options.pages]));
const endToEnd = (env: NodeJS.ProcessEnv) => endToEndSchema.parse(runScript('./end-to-end.ts', [options.data, options.articles], env));

const naive = contender('naive');
const ours = contender('ours');
const { DATABASE_URL, REDIS_URL, ...rest } = process.env;
const services = [endToEnd(rest)];
if (DATABASE_URL !== undefined) services.push(endToEnd({ ...rest, DATABASE_URL }));
if (DATABASE_URL !== undefined && REDIS_URL !== undefined) services.push(endToEnd(process.env));

if (options.json) {
  console.log(JSON.stringify({ contenders: [naive, ours], endToEnd: services }, null, 1));
} else {
  const style = { head: [], border: [] };
  const pages = new Table({ head: ['one core, HTML', 'pages', 'ms/page', 'pages/s', 'peak MB', 'ratio', 'stages ms/page'], style });
  for (const result of [naive, ours]) {
    pages.push([
      result.contender,
      result.pages,
      (result.ms / result.pages).toFixed(1),
      (result.pages / (result.ms / 1000)).toFixed(1),
      result.peakMb.toFixed(0),
      `${(naive.ms / result.ms).toFixed(2)}x`,
      Object.entries(result.stages)
        .map(([stage, ms]) => `${stage} ${(ms / result.pages).toFixed(1)}`)
        .join(', '),
    ]);
  }
  console.log(pages.toString());
  const whole = new Table({
    head: ['end to end, text', 'articles', 'accepted/s', 'articles/s', 'ratio', 'peak MB (parent)', 'invariants broken'],
    style,
  });
  for (const result of services) {
    whole.push([
      result.deployment,
      result.articles,
      result.acceptedPerSecond.toFixed(0),
      result.perSecond.toFixed(1),
      `${(result.perSecond / (services[0]?.perSecond ?? 1)).toFixed(2)}x`,
      result.peakMb.toFixed(0),
      result.invariantsBroken,
    ]);
  }
  console.log(whole.toString());
  if (services.length < 3) console.log('Set DATABASE_URL and REDIS_URL to measure the server deployments in the same run.');
}
