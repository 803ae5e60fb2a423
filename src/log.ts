/** pino set-up: JSON lines on stderr, so that stdout stays free for records. Never log a text: log its length and its id. */
import pino, { type Logger } from 'pino';

export type { Logger } from 'pino';

/** @param level least level that is written; `silent` for none. */
export function createLogger(level: string, name = 'copydesk'): Logger {
  return pino(
    { name, level, redact: ['*.password', '*.secret', '*.apiToken', '*.connectionString'] },
    pino.destination({ dest: 2, sync: true }),
  );
}
