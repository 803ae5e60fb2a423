/**
 * Where things lie, in a checkout (`src/*.ts`, run as it is) and in an installed package (`dist/src/*.js`): the folder of the package, and the
 * scripts that are started as processes of their own.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let folder: string | undefined;

/** The folder that holds package.json, models/ and seeds/: the first `package.json` on the way up from this module. */
export function packageFolder(): string {
  if (folder !== undefined) return folder;
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    if (existsSync(join(at, 'package.json'))) return (folder = at);
    if (at === dirname(at)) throw new Error('no package.json above the modules of copydesk: install the package anew');
  }
}

/**
 * The module `name` beside the module `url` (its import.meta.url), with the same ending: `.ts` in a checkout, `.js` in the package. For scripts that are
 * started and not imported; the compiler rewrites the endings of imports only.
 * @param name relative, without ending: './child'
 */
export function moduleBeside(name: string, url: string): URL {
  return new URL(`${name}${/\.[cm]?[jt]s$/.exec(new URL(url).pathname)?.[0] ?? '.js'}`, url);
}
