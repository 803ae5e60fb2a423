/** Unpacking a gzip stream that may be damaged or made to fill the memory. */
import { createGunzip } from 'node:zlib';
import { CopydeskError } from '../errors.ts';

/** News text packs 3 to 12 times; a file that unpacks to more than this many times its size is made to fill the disk or the memory. */
const BOMB_RATIO = 300;
/** Below this many unpacked bytes the ratio says nothing. */
const BOMB_FLOOR = 64 * 1024 * 1024;

/** @throws CopydeskError BINARY_INPUT (not gzip, or damaged), TOO_LARGE (a bomb). */
export async function* gunzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let packed = 0;
  let unpacked = 0;
  const unpacker = createGunzip({ chunkSize: 256 * 1024 });
  const feed = async (): Promise<void> => {
    for await (const chunk of chunks) {
      packed += chunk.length;
      if (!unpacker.write(chunk) && !unpacker.destroyed) {
        const { promise, resolve } = Promise.withResolvers<void>();
        unpacker.once('drain', resolve).once('close', resolve);
        await promise;
      }
      if (unpacker.destroyed) return;
    }
    unpacker.end();
  };
  feed().catch((error: Error) => unpacker.destroy(error));
  try {
    for await (const chunk of unpacker as AsyncIterable<Buffer>) {
      unpacked += chunk.length;
      if (unpacked > BOMB_FLOOR && unpacked > packed * BOMB_RATIO) {
        throw new CopydeskError('TOO_LARGE', `It unpacks to more than ${BOMB_RATIO} times its size; reading stopped.`);
      }
      yield chunk;
    }
  } catch (error) {
    if (error instanceof CopydeskError) throw error;
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!code.startsWith('Z_') && code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    throw new CopydeskError('BINARY_INPUT', code === 'Z_BUF_ERROR' ? 'The gzip file is cut off.' : 'It is not a sound gzip file.', {
      cause: error,
    });
  }
}
