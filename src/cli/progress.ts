/** Progress of a batch on stderr: a bar in a terminal, a plain line now and then elsewhere. */
import { Presets, SingleBar } from 'cli-progress';
import type { BatchStatus } from '../store/store.ts';
import { paintError as paint } from './paint.ts';

export interface Progress {
  update(status: BatchStatus): void;
  stop(): void;
}

const LINE_EVERY_MS = 2000;

const finished = ({ counts }: BatchStatus): number => counts.stored + counts.copy + counts.quarantined;

export function showProgress(what: string): Progress {
  return process.stderr.isTTY ? showBar(what) : showLines(what);
}

function showBar(what: string): Progress {
  const bar = new SingleBar(
    { format: `${what}  {bar}  {value}/{total}  {trouble}`, hideCursor: true, clearOnComplete: false, barsize: 30, stream: process.stderr },
    Presets.shades_grey,
  );
  bar.start(1, 0, { trouble: '' });
  return {
    update: (status) => {
      bar.setTotal(Math.max(1, status.total));
      const { quarantined } = status.counts;
      bar.update(finished(status), { trouble: quarantined > 0 ? paint.bad(`${quarantined} quarantined`) : '' });
    },
    stop: () => bar.stop(),
  };
}

function showLines(what: string): Progress {
  let last = -1;
  let next = 0;
  return {
    update: (status) => {
      const done = finished(status);
      const isEnd = done === status.total;
      if (done === last || (Date.now() < next && !isEnd)) return;
      last = done;
      next = Date.now() + LINE_EVERY_MS;
      console.error(`${what}: ${done} of ${status.total}`);
    },
    stop: () => {},
  };
}
