import { expect, test } from 'vitest';
import { FrameReader, queryText, readAnswer, readyForQuery, simpleQuery } from '../../src/store/wire.ts';

const STARTUP = Buffer.concat([Buffer.from([0, 0, 0, 33, 0, 3, 0, 0]), Buffer.from('user\0ann\0options\0-c a=b\0\0')]);

test('frames come out whole, however the bytes are cut', () => {
  const stream = Buffer.concat([STARTUP, simpleQuery('SELECT 1'), simpleQuery('SELECT 2'), simpleQuery('x'.repeat(500))]);
  for (const size of [1, 2, 3, 7, 64, 10_000]) {
    const reader = new FrameReader();
    const texts: string[] = [];
    let parameters: ReadonlyMap<string, string> | undefined;
    for (let at = 0; at < stream.length; at += size) {
      reader.push(stream.subarray(at, at + size));
      const startup = reader.nextStartup();
      if (startup?.kind === 'startup') parameters = startup.parameters;
      if (!reader.started) continue;
      for (let frame = reader.next(); frame !== undefined; frame = reader.next()) texts.push(queryText(frame));
    }
    expect(texts).toEqual(['SELECT 1', 'SELECT 2', 'x'.repeat(500)]);
    expect(parameters?.get('user')).toBe('ann');
    expect(parameters?.get('options')).toBe('-c a=b');
  }
});

test('what is not the protocol is refused', () => {
  const http = new FrameReader();
  http.push(Buffer.from('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n'));
  expect(() => http.nextStartup()).toThrow(RangeError);
});

test('notifications are taken out of an answer, the rest stays as it was', () => {
  const notification = Buffer.concat([Buffer.from([0x41, 0, 0, 0, 17, 0, 0, 0, 1]), Buffer.from('jobs\0abc\0')]);
  const before = readyForQuery('T');
  const answer = readAnswer(Buffer.concat([before, notification, notification, readyForQuery('I')]));
  expect(answer.bytes).toEqual(Buffer.concat([before, readyForQuery('I')]));
  expect(answer.notifications.map(({ channel }) => channel)).toEqual(['jobs', 'jobs']);
  expect(answer.status).toBe('I');
});
