/** How a command ends: exit codes, and errors as what, where, what to do. */
import { CopydeskError } from '../errors.ts';
import type { Refusal } from '../intake/refusal.ts';
import { paintError as paint } from './paint.ts';

/** 130 is what shells give for Ctrl-C. */
export const EXIT = { done: 0, failed: 1, refused: 2, usage: 2, stopped: 130 } as const;

export function printError(error: unknown, { json = false, verbose = false } = {}): void {
  if (!(error instanceof CopydeskError)) {
    console.error(`${paint.bad('copydesk failed')}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    console.error('This is a bug: please report it with the lines above.');
    return;
  }
  const { code, message, where, remedy, cause } = error;
  if (json) {
    console.error(JSON.stringify({ error: { code, message, where, remedy } }));
    return;
  }
  console.error(`${paint.bad(code)} ${message}`);
  if (where !== undefined) console.error(`  where       ${where}`);
  console.error(`  what to do  ${remedy}`);
  if (verbose && cause instanceof Error) console.error(cause.stack ?? cause.message);
}

/** "pages.jsonl:3  BAD_JSON_LINE  The line is not a JSON object. …  → what to do", on stderr. */
export function printRefusal(refusal: Refusal): void {
  const { file, line, code, what, remedy } = refusal;
  console.error(
    `${paint.bad('refused')} ${paint.strong(line === undefined ? file : `${file}:${line}`)}  ${code}: ${what} ${paint.faint(`→ ${remedy}`)}`,
  );
}
