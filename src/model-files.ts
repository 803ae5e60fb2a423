/** The files of `models/`, at the root of a checkout and of an installed package. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from './package-files.ts';

/**
 * The bytes of one model file.
 * @param name file name inside `models/`, for example `entities.bin.gz`
 * @throws Error when the file is not there, with what to do.
 */
export function readModelFile(name: string): Buffer {
  const path = join(packageFolder(), 'models', name);
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Error(`models/${name} cannot be read: take it anew from the repository (git checkout) or install the package anew`, {
      cause: error,
    });
  }
}
