import { expect, test } from 'vitest';
import { renderStatements } from '../../../src/cli/view/statements.ts';
import { MemoryStatements } from '../../../src/index.ts';
import { quoting } from '../../quotes/statements/records.ts';

const WHOLE = 'We will rebuild the bridge because the town needs it';

test('each statement with its speaker, the first article and what each kept', async () => {
  const index = new MemoryStatements();
  await index.add(quoting('Courier', '2025-03-02', [['rebuild the bridge because the town', 'Lee']]));
  await index.add(quoting('Gazette', '2025-03-01', [[WHOLE, 'Ann Lee']]));
  await index.add(quoting('Herald', '2025-02-01', [['Nobody has asked us about any of it', undefined]]));
  const lines = renderStatements(await index.find()).split('\n');
  expect(lines[0]).toBe('Ann Lee  2 articles');
  expect(lines[1]).toBe(`  “${WHOLE}”`);
  expect(lines[2]).toMatch(/^ +first +all +Gazette +1 Mar 2025 +art_\w+ +Gazette$/);
  expect(lines[3]).toMatch(/^ +60% +Courier +2 Mar 2025 +art_\w+ +Courier$/);
  expect(lines.slice(4).join('\n')).toMatch(/nobody named {2}1 article\n.*\n +all +Herald/);
});

test('nothing to show', () => {
  expect(renderStatements([])).toContain('No statement fits');
});
