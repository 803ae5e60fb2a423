import { expect, test } from 'vitest';
import { hostOutlet } from '../../src/dedupe/host-outlet.ts';

test.each([
  ['https://www.gazette.example/a', 'gazette.example'],
  ['https://GAZETTE.example:8443/b?c', 'gazette.example'],
  ['https://m.gazette.example./', 'gazette.example'],
  ['https://news.gazette.example/', 'news.gazette.example'],
  ['https://www.example/', 'www.example'],
  ['http://localhost:3000/a', undefined],
  ['http://desk.local/a', undefined],
  ['http://10.0.0.7/a', undefined],
  ['http://[::1]/a', undefined],
  ['file:///tmp/a.html', undefined],
  ['not an address', undefined],
  [undefined, undefined],
])('%s stands for %s', (url, outlet) => {
  expect(hostOutlet(url)).toBe(outlet);
});
