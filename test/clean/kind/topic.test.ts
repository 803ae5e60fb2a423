import { describe, expect, test } from 'vitest';
import { topicShare } from '../../../src/clean/kind/topic.ts';
import { cpuTime } from '../../cpu-time.ts';

describe('the share of the headline that a text has', () => {
  test.each<[name: string, announcements: readonly (string | undefined)[], text: string, share: number | undefined]>([
    ['all of it', ['Council closes ferry pier'], 'The council will close the ferry pier in May.', 1],
    ['none of it', ['Council closes ferry pier'], 'Jane Doe writes about sailing.', 0],
    [
      'the better of headline and description',
      ['Playing with fire again', 'The council closes the pier'],
      'The council will close the pier.',
      1,
    ],
    ['too short to say anything', ['Playful Tones'], 'Jane Doe writes about sailing.', undefined],
    ['nothing announced', [undefined, ''], 'Jane Doe writes.', undefined],
    ['inflected', ['Рада закрила старий причал'], 'Голосами ради закрили причали, старі ще з війни.', 0.5],
    ['Japanese, by pairs of characters', ['市議会が古い桟橋を閉鎖'], '市議会は火曜日、古い桟橋を閉鎖すると決めた。', 0.8],
  ])('%s', (_name, announcements, text, share) => {
    expect(topicShare(announcements, text)?.toFixed(1)).toBe(share?.toFixed(1));
  });
});

test('long texts take bounded time', () => {
  const text = 'council pier ferry harbour 市議会桟橋 '.repeat(500_000);
  const start = cpuTime();
  topicShare(['Council closes ferry pier'], text);
  expect(cpuTime() - start).toBeLessThan(1500);
});
