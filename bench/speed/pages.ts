import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface SamplePage {
  readonly id: string;
  readonly html: string;
  readonly url: string;
}

/** The first `count` pages in order of id, the same number from each set of the extraction data. */
export function samplePages(data: string, count: number): SamplePage[] {
  const sets = ['scrapinghub', 'fundus', 'wcxb-article'];
  return sets.flatMap((set) => {
    const folder = join(data, 'extraction', set, 'html');
    return readdirSync(folder)
      .toSorted()
      .slice(0, Math.ceil(count / sets.length))
      .map((file) => ({
        id: file,
        html: gunzipSync(readFileSync(join(folder, file))).toString('utf8'),
        url: `https://${set}.example/${file}`,
      }));
  });
}
