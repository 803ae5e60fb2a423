/** Migrations are frozen: databases were made by them, so a released one never changes, and nothing at run time builds on one. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const FOLDER = new URL('../../src/store/migrations/', import.meta.url);
const files = readdirSync(FOLDER).toSorted();
const source = (file: string): string => readFileSync(new URL(file, FOLDER), 'utf8');

test.each(files)('%s imports nothing but kysely', (file) => {
  const imported = [...source(file).matchAll(/^import .* from '([^']+)';$/gm)].map((match) => match[1]);
  expect(imported).toEqual(['kysely']);
});

test('only the migrator imports them', () => {
  const root = new URL('../../', FOLDER);
  const importers = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.startsWith('store/migrations/'))
    .filter((path) => /from '[^']*migrations\/\d/.test(readFileSync(new URL(path, root), 'utf8')));
  expect(importers).toEqual(['store/migrations.ts']);
});

/** Without comments and spaces, so that wording and formatting may change and statements may not. */
const fingerprint = (file: string): string =>
  createHash('sha256')
    .update(
      source(file)
        .replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')
        .replaceAll(/\s+/g, ''),
    )
    .digest('hex')
    .slice(0, 16);

test('a migration that was released is as it was: a change is a new file', () => {
  expect(Object.fromEntries(files.map((file) => [file, fingerprint(file)]))).toEqual(RELEASED);
});

/** A new migration adds its line; the line of an old one never changes. */
const RELEASED: Readonly<Record<string, string>> = {
  '0001-records.ts': '34346c5ab4af0f30',
  '0002-duplicates.ts': 'a46f5a22c004d232',
  '0003-cluster-locks.ts': 'f8216ceb39da6409',
  '0004-cluster-column.ts': 'b84e7aa4dc513f89',
  '0006-statements.ts': '890999bcef0089a5',
  '0007-duplicate-functions.ts': '004138f26ca802fc',
  '0008-outlet-lines.ts': '4fd792462790a83a',
  '0009-retrieved-at.ts': '30bdcbccf5b9e17f',
  '0010-members-name-their-head.ts': '30a5a7a41deccf50',
  '0011-counts.ts': '4bf90c1a2a993f1c',
  '0012-event-positions.ts': 'd2619907a426dbf3',
};
