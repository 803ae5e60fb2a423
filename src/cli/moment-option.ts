/** Moments on the command line. */
import { InvalidArgumentError } from 'commander';
import { instantSchema } from '../article.ts';

/** For commander's argument parser: an instant with its zone, or "now". Answers ISO 8601. */
export function moment(value: string): string {
  if (value === 'now') return new Date().toISOString();
  const read = instantSchema.safeParse(value);
  if (!read.success) throw new InvalidArgumentError(`It ${read.error.issues[0]?.message ?? 'is wrong'}, or "now".`);
  return read.data;
}
