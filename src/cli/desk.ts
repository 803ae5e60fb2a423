/** Opens the service for one command and closes it whatever happens. */
import { readConfig } from '../config.ts';
import { createLogger } from '../log.ts';
import { openService, type Service } from '../service.ts';
import { paint } from './paint.ts';

/**
 * Runs `work` with the service open. The signal is aborted at the first Ctrl-C or SIGTERM, so that `work` can stop cleanly; a second one ends at once.
 * Only warnings are logged, unless COPYDESK_LOG_LEVEL says otherwise.
 */
export async function withDesk<T>(work: (service: Service, signal: AbortSignal) => Promise<T>): Promise<T> {
  const config = readConfig();
  const log = createLogger(process.env['COPYDESK_LOG_LEVEL'] ? config.logLevel : 'warn');
  const stop = new AbortController();
  const onSignal = (): void => {
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  try {
    const service = await openService(config, { log, onStep: (step) => console.error(paint.faint(`${step} …`)) });
    try {
      return await work(service, stop.signal);
    } finally {
      await service.close();
    }
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}
