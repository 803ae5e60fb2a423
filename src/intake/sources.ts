/** Turns what a person names (files, folders, globs, "-") into files to read, one at a time, in a stable order. */
import { glob, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CopydeskError } from '../errors.ts';
import { formatOfFile } from './formats/formats.ts';
import type { InputFormat } from './formats/input-format.ts';
import { refuse, type Refusal } from './refusal.ts';

export interface Source {
  /** As shown to people; "-" for standard input. */
  readonly file: string;
  /** Undefined: standard input whose first bytes decide. */
  readonly format: InputFormat | undefined;
  readonly isPacked: boolean;
}

export interface SourceOptions {
  /** Told of each file inside a folder that is no known kind: those are passed over, not refused. */
  readonly onPassedOver?: ((file: string) => void) | undefined;
}

/** A path that exists wins over its reading as a glob. Folders are walked whole, in order of names, without dot files. */
export async function* findSources(paths: readonly string[], options: SourceOptions = {}): AsyncGenerator<Source | Refusal> {
  for (const path of paths) {
    if (path === '-') yield { file: '-', format: undefined, isPacked: false };
    else if (await exists(path)) yield* sourcesAt(path, options);
    else if (/[*?[{]/.test(path)) yield* sourcesMatching(path, options);
    else yield refuse(new CopydeskError('FILE_NOT_FOUND'), { file: path });
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function* sourcesMatching(pattern: string, options: SourceOptions): AsyncGenerator<Source | Refusal> {
  const matches: string[] = [];
  for await (const match of glob(pattern)) matches.push(match);
  matches.sort();
  if (matches.length === 0) yield refuse(new CopydeskError('FILE_NOT_FOUND', 'Nothing matches.'), { file: pattern });
  for (const match of matches) yield* sourcesAt(match, options);
}

async function* sourcesAt(path: string, options: SourceOptions): AsyncGenerator<Source | Refusal> {
  let found;
  try {
    found = await stat(path);
  } catch (error) {
    // a dangling link that a glob matched, or a file that went away since
    yield refuse(new CopydeskError('FILE_NOT_FOUND', unreadable(error)), { file: path });
    return;
  }
  if (found.isDirectory()) {
    yield* sourcesUnder(path, options);
    return;
  }
  const known = formatOfFile(path);
  if (known === undefined) yield refuse(new CopydeskError('UNSUPPORTED_FILE'), { file: path });
  else yield { file: path, ...known };
}

async function* sourcesUnder(folder: string, options: SourceOptions): AsyncGenerator<Source | Refusal> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield refuse(new CopydeskError('FILE_NOT_FOUND', unreadable(error)), { file: folder });
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sourcesUnder(path, options);
    else {
      const known = formatOfFile(path);
      // a pipe or a device in a folder would be waited for without end
      if (known === undefined || !(entry.isFile() || entry.isSymbolicLink())) options.onPassedOver?.(path);
      else yield { file: path, ...known };
    }
  }
}

/** "It cannot be read (EACCES)." */
export function unreadable(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return `It cannot be read (${code ?? message}).`;
}

/** The file's own name without .gz: what an item of that file is called when nothing else names it. */
export function nameOf(file: string): string | undefined {
  return file === '-' ? undefined : basename(file).replace(/\.gz$/i, '');
}
