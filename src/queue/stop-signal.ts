/** How a worker process ends: on SIGTERM or SIGINT it closes in order; a second signal, or the clock, ends it at once. */
import type { Logger } from '../log.ts';

/** @param limitMs after so long the process ends with code 1, whatever still hangs. */
export function onStopSignal(limitMs: number, log: Logger, close: () => Promise<void>): void {
  let stopping = false;
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), limitMs).unref();
    try {
      await close();
      log.info('stopped');
      process.exit(0);
    } catch (error) {
      log.error({ err: error }, 'did not stop in order');
      process.exit(1);
    }
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
}
