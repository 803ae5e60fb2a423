/** Calls of a queue or server that may never answer. */
import { CopydeskError } from '../errors.ts';

/**
 * The result of a queue call.
 * @throws CopydeskError QUEUE_UNAVAILABLE when it fails or takes longer than `timeoutMs`.
 */
export async function withTimeout<T>(call: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new CopydeskError('QUEUE_UNAVAILABLE', `The queue did not answer in ${timeoutMs} ms`)), timeoutMs);
  });
  // After a timeout nobody waits for the call any more: its late failure must not end the process.
  call.catch(() => undefined);
  try {
    return await Promise.race([call, timeout]);
  } catch (error) {
    if (error instanceof CopydeskError) throw error;
    throw new CopydeskError('QUEUE_UNAVAILABLE', 'The queue cannot be reached', { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
