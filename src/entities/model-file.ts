/** Files of models/ that are compressed with gzip, which inflates in a third of brotli's time. */
import { gunzipSync } from 'node:zlib';

/** No file of ours is larger, unpacked, in bytes. */
const LARGEST = 64 * 2 ** 20;

/** What is wrong with a file that Copydesk came with, and what to do. */
export const damaged = (file: string, why: string): Error =>
  new Error(`models/${file} is damaged (${why}): take it anew from the repository (git checkout, or a new copy)`);

/** @throws Error that names the file, when it is cut off or no gzip file. */
export function inflateModelFile(file: string, packed: Uint8Array): Buffer {
  // the last four bytes say how much comes out: in one piece, without joining a thousand small ones
  const size = packed.length < 4 ? 0 : new DataView(packed.buffer, packed.byteOffset + packed.length - 4, 4).getUint32(0, true);
  try {
    return gunzipSync(packed, { chunkSize: Math.min(LARGEST, size + 64), maxOutputLength: LARGEST });
  } catch (error) {
    throw damaged(file, error instanceof Error ? error.message : String(error));
  }
}
