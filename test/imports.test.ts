/** The arrows between files: no circle, types included. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../src/', import.meta.url));
const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));

/** Static imports and re-exports of files beside; imports at run time (`await import`) are not arrows: they are how circles are avoided. */
const IMPORT = /^(?:import|export)\b[^;]*?from '(\.[^']+)';/gm;
const arrows = new Map(
  files.map((file) => {
    const source = readFileSync(join(ROOT, file), 'utf8');
    return [file, [...source.matchAll(IMPORT)].map((match) => relative(ROOT, join(ROOT, dirname(file), match[1] ?? '')))];
  }),
);

/** Files that can reach each other (Tarjan, 1972), groups of two and more. */
function circles(): string[][] {
  const found: string[][] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const visit = (file: string): void => {
    index.set(file, index.size);
    low.set(file, index.get(file) ?? 0);
    stack.push(file);
    for (const next of arrows.get(file) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(file, Math.min(low.get(file) ?? 0, low.get(next) ?? 0));
    }
    if (low.get(file) !== index.get(file)) return;
    const group = stack.splice(stack.indexOf(file));
    if (group.length > 1) found.push(group.toSorted());
  };
  for (const file of files) if (!index.has(file)) visit(file);
  return found;
}

test('no files import each other in a circle', () => {
  expect(circles()).toEqual([]);
});

test.each([
  ['clean/metadata', 'clean/html'],
  ['clean/kind', 'clean/html'],
  ['languages', 'clean'],
  ['queue', 'api'],
])('%s does not import %s', (from, to) => {
  const wrong = files
    .filter((file) => file.startsWith(`${from}/`))
    .flatMap((file) => (arrows.get(file) ?? []).filter((next) => next.startsWith(`${to}/`)));
  expect(wrong).toEqual([]);
});

test('nothing below the service imports it, but for what stands beside it', () => {
  const importers = files.filter((file) => (arrows.get(file) ?? []).includes('service.ts'));
  expect(importers.filter((file) => !/^(?:api|cli)\//.test(file))).toEqual([]);
});
