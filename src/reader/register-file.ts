/** The operator's register of entities on disk: one file of JSON lines, replaced as a whole, so that a reader never sees half of it. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { CopydeskError } from '../errors.ts';
import { makeRegister, readRegisterLine, type Register, type RegisterEntry, type RegisterMerge } from '../entities/register.ts';

export type RegisterRow = RegisterEntry | RegisterMerge;

/**
 * The rows of the file; none when there is no file.
 * @throws CopydeskError BAD_CONFIG that names file and line when somebody has broken it by hand.
 */
export function readRegisterRows(path: string): RegisterRow[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new CopydeskError('BAD_CONFIG', `COPYDESK_ENTITIES: ${path} cannot be read`, { cause: error });
  }
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const read = readRegisterLine(line);
    if ('problem' in read) throw new CopydeskError('BAD_CONFIG', `COPYDESK_ENTITIES: ${path}:${index + 1} ${read.problem}`);
    return ['entry' in read ? read.entry : read.merge];
  });
}

/** @throws CopydeskError BAD_FIELD when merges run in a circle. */
export function registerOf(rows: readonly RegisterRow[]): Register {
  try {
    return makeRegister(rows);
  } catch (error) {
    throw new CopydeskError('BAD_FIELD', (error as Error).message);
  }
}

export function writeRegisterRows(path: string, rows: readonly RegisterRow[]): void {
  mkdirSync(dirname(path), { recursive: true });
  const half = `${path}.${randomUUID()}.tmp`;
  writeFileSync(half, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  renameSync(half, path);
}

/** Gives the register of a file, and looks again only when the file has changed; undefined when there is none, or no file is named. */
export function watchRegister(path: string | undefined): () => { readonly register: Register | undefined; readonly isNew: boolean } {
  let seen: string | undefined;
  let register: Register | undefined;
  return () => {
    if (path === undefined) return { register, isNew: false };
    const facts = statSync(path, { throwIfNoEntry: false });
    const state = facts === undefined ? 'none' : `${facts.mtimeMs}:${facts.size}:${facts.ino}`;
    if (state === seen) return { register, isNew: false };
    register = facts === undefined ? undefined : registerOf(readRegisterRows(path));
    seen = state;
    return { register, isNew: true };
  };
}
