/** `copydesk events`: what happens to articles, as CloudEvents, from a cursor on. */
import { Command } from 'commander';
import { withDesk } from './desk.ts';
import { wholeNumber } from './number-option.ts';
import { writeOut } from './ordered-output.ts';

interface EventOptions {
  readonly after?: string;
  readonly type?: readonly string[];
  readonly limit: number;
  readonly follow?: true;
}

/** Events read at once. */
const PAGE = 500;

export function command(): Command {
  return new Command('events')
    .description(
      'What happened to articles, each event once, oldest first: CloudEvents as JSON lines. The cursor of the last line goes on from there.',
    )
    .option('--after <cursor>', 'go on after this event: the "cursor" of a line; "latest" for only what happens from now on')
    .option('--type <types...>', 'only these types, such as article.stored')
    .option('--limit <n>', 'end after this many', wholeNumber(1, Number.MAX_SAFE_INTEGER), Number.MAX_SAFE_INTEGER)
    .option('--follow', 'wait for more; Ctrl-C ends it')
    .option('--json', 'JSON lines (the default)')
    .addHelpText(
      'after',
      `\nExamples:\n  $ copydesk events --type article.stored --limit 10\n  $ copydesk events --after "$(tail -n 1 events.jsonl | jq -r .cursor)" --follow >> events.jsonl`,
    )
    .action(events);
}

async function events({ after, type, limit, follow }: EventOptions): Promise<void> {
  await withDesk(async (service, signal) => {
    let left = limit;
    for await (const items of service.followEvents({ after, types: type, limit: Math.min(left, PAGE), signal })) {
      const taken = items.slice(0, left);
      await writeOut(taken.map((event) => `${JSON.stringify(event)}\n`).join(''));
      left -= taken.length;
      if (left === 0 || (items.length === 0 && follow === undefined)) return;
    }
  });
}
