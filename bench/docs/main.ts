/**
 * Writes the generated pages (`npm run docs`); with `--check` only says which are out of date and ends with 1.
 * test/docs/generated.test.ts does the same check.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { generatedDocs } from './generated-docs.ts';

const check = process.argv.includes('--check');
let stale = 0;
for (const { path, text } of await generatedDocs()) {
  const file = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  const before = await readFile(file, 'utf8').catch(() => '');
  if (before === text) continue;
  stale += 1;
  if (!check) await writeFile(file, text);
  console.log(`${check ? 'out of date' : 'written'}: ${path}`);
}
if (stale === 0) console.log('the generated pages are current');
if (check && stale > 0) process.exitCode = 1;
