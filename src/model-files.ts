/** The files of `models/`: beside `src/` in a checkout, at the root of an installed package. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

let folder: string | undefined;

/** The folder that holds the model files: the first `models/language.bin.br` on the way up from this module. */
function modelFolder(): string {
  if (folder !== undefined) return folder;
  for (let at = import.meta.dirname; ; at = dirname(at)) {
    const found = join(at, 'models');
    if (existsSync(join(found, 'language.bin.br'))) return (folder = found);
    if (at === dirname(at)) throw new Error(`no models/ folder above ${import.meta.dirname}: install the package anew`);
  }
}

/**
 * The bytes of one model file.
 * @param name file name inside `models/`, for example `entities.bin.gz`
 * @throws Error when the folder or the file is not there, with what to do.
 */
export function readModelFile(name: string): Buffer {
  const path = join(modelFolder(), name);
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Error(`models/${name} cannot be read: take it anew from the repository (git checkout) or install the package anew`, {
      cause: error,
    });
  }
}
