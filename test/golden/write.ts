/** `npm run golden`: writes the golden records anew. Nothing else does; review the difference before committing it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { seedRecords } from './seed-records.ts';

for (const { file, json } of seedRecords()) {
  const url = new URL(file, import.meta.url);
  let before = '';
  try {
    before = readFileSync(url, 'utf8');
  } catch {
    // not there yet
  }
  writeFileSync(url, json);
  console.log(`${before === json ? 'same   ' : before === '' ? 'new    ' : 'changed'}  test/golden/${file}`);
}
console.log('A change here is a change for users: list it in CHANGELOG.md.');
