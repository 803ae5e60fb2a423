/** Intake into the service: in groups, each acknowledged only after it is committed. */
import { readItems, type IntakeOptions } from '../intake/intake.ts';
import { isRefusal, type Refusal } from '../intake/refusal.ts';
import type { Service } from '../service.ts';
import type { Acceptance, IncomingItem } from '../store/store.ts';

/** One transaction takes this many items or this many bytes, whichever comes first. */
const GROUP_ITEMS = 200;
const GROUP_BYTES = 8_000_000;
/** When a source is silent for so long (ms), as `tail -f` is, what came before is committed and acknowledged meanwhile. */
const SILENCE_MS = 500;

export interface IntakeCounts {
  accepted: number;
  already: number;
  refused: number;
}

export interface IntakeEvents {
  /** Committed: Copydesk has it now. */
  readonly onAcceptance: (item: IncomingItem, acceptance: Acceptance) => void;
  readonly onRefusal: (refusal: Refusal) => void;
}

/** Stops when the signal is aborted, also while a source is silent: what was acknowledged stays. */
export async function ingestGroups(
  service: Service,
  paths: readonly string[],
  batch: string,
  options: Partial<IntakeOptions> & IntakeEvents & { readonly signal?: AbortSignal },
): Promise<IntakeCounts> {
  const counts: IntakeCounts = { accepted: 0, already: 0, refused: 0 };
  let group: IncomingItem[] = [];
  let groupBytes = 0;
  const flush = async (): Promise<void> => {
    const items = group;
    group = [];
    groupBytes = 0;
    if (items.length === 0) return;
    const acceptances = await service.accept(items, { batch });
    for (const [index, acceptance] of acceptances.entries()) {
      counts[acceptance.outcome] += 1;
      options.onAcceptance(items[index] as IncomingItem, acceptance);
    }
  };
  const items = readItems(paths, { ...options, maxBytes: service.config.maxBytes });
  for await (const found of withSilences(items, SILENCE_MS, options.signal)) {
    if (found === undefined) {
      await flush();
      continue;
    }
    if (isRefusal(found)) {
      counts.refused += 1;
      options.onRefusal(found);
      continue;
    }
    group.push(found);
    groupBytes += found.bytes.length;
    if (group.length >= GROUP_ITEMS || groupBytes >= GROUP_BYTES) await flush();
  }
  await flush();
  return counts;
}

/** What comes, and undefined for each stretch of `silenceMs` in which nothing does. @throws the signal's reason. */
async function* withSilences<T>(inputs: AsyncIterable<T>, silenceMs: number, signal?: AbortSignal): AsyncGenerator<T | undefined> {
  const iterator = inputs[Symbol.asyncIterator]();
  for (;;) {
    const next = iterator.next();
    let found: IteratorResult<T, unknown> | undefined;
    while ((found = await withinOf(next, silenceMs, signal)) === undefined) yield undefined;
    if (found.done === true) return;
    yield found.value;
  }
}

/** The result, or undefined after `ms`. @throws the signal's reason. */
async function withinOf<T>(result: Promise<T>, ms: number, signal: AbortSignal | undefined): Promise<T | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<T | undefined>();
  const timer = setTimeout(() => resolve(undefined), ms);
  const stop = (): void => reject(signal?.reason);
  signal?.addEventListener('abort', stop);
  result.then(resolve, reject);
  try {
    signal?.throwIfAborted();
    return await promise;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
