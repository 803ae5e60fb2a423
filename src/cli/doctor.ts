/** `copydesk doctor`: what is configured, what answers, and whether the promises hold. */
import { Command } from 'commander';
import { redactConfig } from '../config.ts';
import { loadOnnxNames } from '../reader/onnx-names.ts';
import type { ServiceFacts } from '../service.ts';
import type { Violation } from '../store/store.ts';
import { withDesk } from './desk.ts';
import { EXIT } from './outcome.ts';
import { paint } from './paint.ts';
import { count } from './view/layout.ts';

interface DoctorOptions {
  readonly invariants?: true;
  readonly settled?: true;
  readonly json?: true;
}

export function command(): Command {
  return new Command('doctor')
    .description(
      'Checks the set-up: Node, database, queue, a model of your own for names, settings that lose work. Exit code 1: something is wrong.',
    )
    .option('--invariants', 'also check every rule that rows could break (accepted means kept, one end state, …)')
    .option('--settled', 'with --invariants: also that nothing is on its way')
    .option('--json', 'one JSON object')
    .addHelpText('after', `\nExample:\n  $ copydesk doctor --invariants`)
    .action(doctor);
}

async function doctor(options: DoctorOptions): Promise<void> {
  await withDesk(async (service) => {
    const facts = await service.facts();
    const violations = options.invariants || options.settled ? await service.invariants({ settled: options.settled ?? false }) : undefined;
    const names = await tryNames(service.config.namesModel);
    const isWell = facts.postgres.reachable && facts.queue.reachable && (violations ?? []).length === 0 && names?.problem === undefined;
    if (!isWell) process.exitCode = EXIT.failed;
    if (options.json)
      console.log(
        JSON.stringify({ well: isWell, node: process.versions.node, facts, violations, names, config: redactConfig(service.config) }),
      );
    else console.log(render(facts, violations, names).join('\n'));
  });
}

/** What came of loading the model that finds names; `problem` says what is wrong and what to do. */
interface NamesModel {
  readonly model: string;
  readonly problem?: string;
}

/** Loads the operator's own model once, as each reader does; undefined where the built-in tagger finds the names. */
async function tryNames(model: string | undefined): Promise<NamesModel | undefined> {
  if (model === undefined) return undefined;
  try {
    await loadOnnxNames(model);
    return { model };
  } catch (error) {
    return { model, problem: error instanceof Error ? error.message : String(error) };
  }
}

const mark = (good: boolean): string => (good ? paint.good('✓') : paint.bad('✗'));

function render(facts: ServiceFacts, violations: readonly Violation[] | undefined, names: NamesModel | undefined): string[] {
  const { postgres, queue, items } = facts;
  const lines = [
    `${mark(true)} Node ${process.versions.node}, deployment ${paint.strong(facts.deployment)}${facts.embedded === undefined ? '' : paint.faint(` (${facts.embedded.home}, process ${facts.embedded.pid})`)}`,
    `${mark(postgres.reachable)} Postgres ${postgres.version}, ${count(postgres.migrations.length, 'migration')}, ${(postgres.bytes / 1e6).toFixed(1)} MB`,
    `${mark(queue.reachable)} queue on ${queue.backend === 'redis' ? 'Redis' : 'Postgres'} ${queue.version}: ${queue.counts.waiting} waiting, ${queue.counts.active} active, ${queue.counts.delayed} delayed, ${queue.counts.failed} failed`,
    `${mark(true)} ${count(facts.articles, 'article')}, ${count(facts.clusters, 'cluster')}, ${count(facts.batches, 'batch', 'batches')}; items: ${Object.entries(
      items,
    )
      .map(([state, number]) => `${number} ${state}`)
      .join(', ')}`,
    ...(names === undefined
      ? []
      : [`${mark(names.problem === undefined)} names by ${names.model}${names.problem === undefined ? '' : `: ${names.problem}`}`]),
    ...facts.warnings.map((warning) => `${paint.warn('!')} ${warning}`),
  ];
  if (violations === undefined) return lines;
  if (violations.length === 0) return [...lines, `${mark(true)} every invariant holds`];
  return [...lines, ...violations.map(({ rule, detail }) => `${mark(false)} ${paint.strong(rule)}: ${detail}`)];
}
