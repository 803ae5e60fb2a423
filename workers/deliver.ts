/** Announces finished records to COPYDESK_WEBHOOK_URL until told to stop. Usage: node workers/deliver.ts. Several may run. */
import { readConfig, redactConfig } from '../src/config.ts';
import { CopydeskError } from '../src/errors.ts';
import { createLogger } from '../src/log.ts';
import { startDelivery } from '../src/queue/deliver.ts';
import { onStopSignal } from '../src/queue/stop-signal.ts';
import { openDatabase } from '../src/store/database.ts';

const config = readConfig();
const log = createLogger(config.logLevel, 'copydesk-deliver');
if (config.webhook === undefined)
  throw new CopydeskError('BAD_CONFIG', 'COPYDESK_WEBHOOK_URL: is not set, so there is nowhere to deliver to');
log.info({ config: redactConfig(config) }, 'starting');

const database = await openDatabase(config, { log, onStep: (text) => log.info(text) });
const delivery = startDelivery(database.db, config.webhook, log);
log.info({ url: config.webhook.url }, 'ready');

onStopSignal(config.shutdownMs + 5000, log, async () => {
  await delivery.close();
  await database.close();
});
