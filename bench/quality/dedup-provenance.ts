/**
 * Credit lines and originators of the de-duplication benchmark: what form names whom, and who is said to have published first. Then the seeds, in
 * which nobody may be named falsely.
 * Run: node bench/quality/dedup-provenance.ts [--data ../shared/eval] [--errors]
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { takeAsClean } from '../../src/clean/clean.ts';
import { findCredits, findProvenance } from '../../src/dedupe/provenance.ts';
import { readLines, type Line } from './dedup.ts';

interface Document extends Line {
  readonly credit: { readonly form: string; readonly name: string | null } | null;
}

const { values } = parseArgs({
  options: { data: { type: 'string', default: '../shared/eval' }, errors: { type: 'boolean', default: false } },
});

class Count {
  right = 0;
  wrong = 0;
  missed = 0;

  toString(): string {
    const { right, wrong, missed } = this;
    const share = (of: number): string => (right / (right + of || 1)).toFixed(4);
    return `P ${share(wrong)}  R ${share(missed)}  F1 ${((2 * right) / (2 * right + wrong + missed || 1)).toFixed(4)}  (${right} right, ${wrong} wrong, ${missed} missed)`;
  }
}

/** A dateline or a byline that names an agency is no credit line of the gold. */
const isCreditLine = (form: string): boolean => form !== 'dateline' && form !== 'byline';

const credits = new Count();
const originators = new Count();
const complain = (what: string, id: string, ...rest: unknown[]): void => {
  if (values.errors) console.log(`  ${what} ${id} ${rest.map((one) => JSON.stringify(one)).join(' ')}`);
};
for (const { id, text, outlet, credit } of readLines(join(resolve(values.data), 'dedup/dev.jsonl.gz')) as Document[]) {
  const article = takeAsClean({ text });
  const found = findCredits({ text }, article).filter(({ form }) => isCreditLine(form));
  const hit = found.some(({ form, name }) => form === credit?.form && (name ?? null) === credit.name);
  if (hit) credits.right += 1;
  else if (credit !== null) {
    credits.missed += 1;
    complain('missed', id, credit, found);
  }
  credits.wrong += found.length - (hit ? 1 : 0);
  const origin = findProvenance({ text, outlet: outlet ?? undefined }, article);
  if (credit?.name != null) {
    if (origin?.originator === credit.name) originators.right += 1;
    else {
      originators.missed += 1;
      if (origin !== undefined) originators.wrong += 1;
      complain('originator', id, credit, origin);
    }
  } else if (origin !== undefined && isCreditLine(origin.form)) {
    originators.wrong += 1;
    complain('nobody is named', id, origin);
  }
}
console.log(`credit lines  ${credits.toString()}\noriginators   ${originators.toString()}`);

const seeds = join(import.meta.dirname, '../../seeds');
for (const file of readdirSync(seeds).filter((name) => name.endsWith('.txt'))) {
  const text = readFileSync(join(seeds, file), 'utf8');
  const origin = findProvenance({ text }, takeAsClean({ text }));
  console.log(`${file}: ${origin === undefined ? 'nobody' : `${origin.originator} (${origin.form}: ${JSON.stringify(origin.evidence)})`}`);
}
