/** A process with a reader pool, for tests that kill it: reads the text given as argument and tells its parent the children's ids. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createReaderPool } from '../../src/reader/pool.ts';

const [, , text = ''] = process.argv;
const pool = createReaderPool({ workers: 2, timeoutMs: 60_000, heapMb: 96, script: new URL('./faulty-child.ts', import.meta.url) });
await pool.readArticle({ text: 'Warm.' });
const busy = text.startsWith('FAULT endless') ? pool.cleanAndSign({ text }).catch(() => {}) : pool.readArticle({ text });
await Promise.race([busy, sleep(300)]);
process.send?.(pool.childIds());
if (!text.includes('noise')) await sleep(60_000);
