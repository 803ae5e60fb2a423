/** Opens the service for one command and closes it whatever happens. */
import { readConfig } from '../config.ts';
import { createLogger } from '../log.ts';
import { openService, type Service } from '../service.ts';
import { EXIT } from './outcome.ts';
import { paintError as paint } from './paint.ts';

/**
 * Runs `work` with the service open. The signal is aborted at the first Ctrl-C or SIGTERM, so that `work` can stop cleanly; a second one ends at once.
 * Only errors are logged (what becomes of an article is told in words at the end), unless COPYDESK_LOG_LEVEL says otherwise.
 */
export async function withDesk(work: (service: Service, signal: AbortSignal) => Promise<void>): Promise<void> {
  const config = readConfig();
  const log = createLogger(config.isLogLevelGiven ? config.logLevel : 'error');
  const stop = new AbortController();
  const onSignal = (): void => {
    if (stop.signal.aborted) process.exit(EXIT.stopped);
    stop.abort();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  try {
    const service = await openService(config, { log, onStep: (step) => console.error(paint.faint(`${step} …`)) });
    try {
      await work(service, stop.signal);
    } catch (error) {
      if (!stop.signal.aborted) throw error;
      console.error('\nStopped. What was acknowledged is safe; the same command goes on from here.');
      process.exitCode = EXIT.stopped;
      // a pipe that stays open and silent would keep the process alive
      if (!process.stdin.isTTY) process.stdin.destroy();
    } finally {
      await service.close();
    }
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}
