/** `copydesk statements`: who said what, where it appeared first, who cut it. */
import { Command } from 'commander';
import { withDesk } from './desk.ts';
import { wholeNumber } from './number-option.ts';
import { writeOut } from './ordered-output.ts';
import { renderStatements } from './view/statements.ts';

interface StatementOptions {
  readonly speaker?: string;
  readonly text?: string;
  readonly limit: number;
  readonly json?: true;
}

export function command(): Command {
  return new Command('statements')
    .description('Who said what, where it appeared first, and who cut it: the same quotation in several articles is one statement.')
    .option('--speaker <name>', 'a name, or an entity id')
    .option('--text <words>', 'words that must all be in it, in any order')
    .option('--limit <n>', 'at most this many statements, those that appeared first most lately', wholeNumber(1, 100_000), 50)
    .option('--json', 'JSON lines')
    .addHelpText('after', `\nExample:\n  $ copydesk statements --speaker Zelensky\n  $ copydesk statements --text "very bad timing" --json`)
    .action(statements);
}

async function statements({ speaker, text, limit, json }: StatementOptions): Promise<void> {
  await withDesk(async (service) => {
    const found = await service.statements({ speaker, text, limit });
    if (json) return writeOut(found.map((statement) => `${JSON.stringify(statement)}\n`).join(''));
    return writeOut(renderStatements(found));
  });
}
