/** Webhooks: signed, at least once, again after a failure, by several deliverers at once. */
import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { signWebhook, startDelivery } from '../../src/queue/deliver.ts';
import { openDatabase, type OpenDatabase } from '../../src/store/database.ts';
import { readCounts } from '../../src/store/counts.ts';
import { deployments, makeDesk, type Desk } from '../services/desk.ts';

const SECRET = `whsec_${Buffer.from('a key of at least 24 bytes!!').toString('base64')}`;
const silent = pino({ level: 'silent' });

test('the signature is the one of the specification', () => {
  // Example of the Standard Webhooks specification, with the digest worked out by another implementation (openssl dgst -sha256 -hmac).
  const key = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
  const body = '{"test": 2432232314}';
  const expected = createHmac('sha256', key).update(`msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.${body}`).digest('base64');
  expect(signWebhook('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330, body)).toBe(`v1,${expected}`);
  expect(expected).toBe('g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

describe('delivery', () => {
  let desk: Desk;
  let database: OpenDatabase;
  let receiver: Server;
  let url: string;
  const received: { id: string; verified: boolean; type: string }[] = [];
  let failures = 3;

  beforeAll(async () => {
    desk = await makeDesk(deployments().includes('postgres') ? 'postgres' : 'embedded');
    database = await openDatabase(desk.config, { log: silent });
    receiver = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        if (failures-- > 0) {
          response.writeHead(503).end();
          return;
        }
        const body = Buffer.concat(pieces).toString('utf8');
        const id = String(request.headers['webhook-id']);
        const signature = signWebhook(SECRET, id, Number(request.headers['webhook-timestamp']), body);
        received.push({
          id,
          verified: signature === request.headers['webhook-signature'],
          type: (JSON.parse(body) as { type: string }).type,
        });
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((resolve) => void receiver.listen(0, '127.0.0.1', resolve));
    const address = receiver.address();
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/hook`;
  });
  afterAll(async () => {
    receiver?.close();
    await database?.close();
    await desk?.remove();
  });

  test('every event arrives, once each while all goes well, also with three deliverers and a receiver that fails at first', async () => {
    const events = Array.from({ length: 40 }, (_none, n) => ({
      type: 'article.stored',
      item_id: `art_${n}`,
      payload: JSON.stringify({ n }),
    }));
    await database.db.insertInto('copydesk.outbox').values(events).execute();
    const deliverers = [1, 2, 3].map(() => startDelivery(database.db, { url, secret: SECRET }, silent, { idleMs: 20, retryDelayMs: 20 }));
    await vi.waitFor(async () => expect((await readCounts(database.db)).outboxPending).toBe(0), { timeout: 30_000, interval: 50 });
    await Promise.all(deliverers.map((deliverer) => deliverer.close()));
    expect(received).toHaveLength(40);
    expect(new Set(received.map(({ id }) => id)).size).toBe(40);
    expect(received.every(({ verified, type }) => verified && type === 'article.stored')).toBe(true);
  });
});
