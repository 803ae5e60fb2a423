/**
 * Delivers outbox events as signed webhooks, at least once each, after the Standard Webhooks specification 1.0: headers webhook-id,
 * webhook-timestamp (seconds) and webhook-signature ("v1," and the base64 HMAC-SHA256 of "id.timestamp.body").
 */
import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../log.ts';
import { markDelivered, postponeEvent, registerReceiver, takeDueEvents, type OutboxEvent } from '../store/outbox.ts';
import type { Executor } from '../store/schema.ts';

export interface WebhookTarget {
  readonly url: string;
  /** "whsec_" and base64. */
  readonly secret: string;
}

export interface DeliveryOptions {
  /** Pause when nothing is due, ms. */
  readonly idleMs?: number | undefined;
  /** The receiver has this long to answer, ms. */
  readonly timeoutMs?: number | undefined;
  /** First pause after a failure, ms; doubles up to an hour. */
  readonly retryDelayMs?: number | undefined;
}

const EVENTS_AT_ONCE = 10;
const LONGEST_DELAY_MS = 3_600_000;

/** Signature header of one message. */
export function signWebhook(secret: string, id: string, timestamp: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}

async function post(target: WebhookTarget, event: OutboxEvent, timeoutMs: number): Promise<void> {
  const id = `evt_${event.seq}`;
  const timestamp = Math.floor(Date.now() / 1000);
  const body = JSON.stringify({ type: event.type, timestamp: event.createdAt, data: event.payload });
  const response = await fetch(target.url, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signWebhook(target.secret, id, timestamp, body),
    },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`the receiver answered ${response.status}`);
}

/** Runs until closed. Events of one round go out at once; a receiver that is down gets each again, later and later. */
export function startDelivery(db: Executor, target: WebhookTarget, log: Logger, options: DeliveryOptions = {}): { close(): Promise<void> } {
  const { idleMs = 1000, timeoutMs = 15_000, retryDelayMs = 2000 } = options;
  const stop = new AbortController();

  const deliver = async (event: OutboxEvent): Promise<void> => {
    try {
      await post(target, event, timeoutMs);
      await markDelivered(db, event.seq);
    } catch (error) {
      const message = error instanceof Error ? error.message : 'unknown error';
      const delayMs = Math.min(retryDelayMs * 2 ** Math.min(event.attempts - 1, 20), LONGEST_DELAY_MS);
      log.warn({ event: event.seq, attempts: event.attempts, delayMs, detail: message }, 'not delivered');
      await postponeEvent(db, event.seq, message, delayMs);
    }
  };

  const loop = async (): Promise<void> => {
    let registered = false;
    while (!stop.signal.aborted) {
      let delivered = 0;
      try {
        if (!registered) await registerReceiver(db, 'webhook');
        registered = true;
        const events = await takeDueEvents(db, EVENTS_AT_ONCE, timeoutMs * 2);
        await Promise.all(events.map(deliver));
        delivered = events.length;
      } catch (error) {
        log.warn({ err: error }, 'the outbox cannot be read; it is tried again');
      }
      if (delivered === 0) await pause(idleMs, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  };
  const running = loop();
  return {
    close: async () => {
      stop.abort();
      await running;
    },
  };
}
