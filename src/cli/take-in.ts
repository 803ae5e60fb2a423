/** Intake into the service: in groups, each acknowledged only after it is committed. */
import { readItems, type IntakeOptions } from '../intake/intake.ts';
import { isRefusal, type Refusal } from '../intake/refusal.ts';
import type { Service } from '../service.ts';
import type { Acceptance, IncomingItem } from '../store/store.ts';

/** One transaction takes this many items or this many bytes, whichever comes first. */
const GROUP_ITEMS = 200;
const GROUP_BYTES = 8_000_000;

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

/** Stops between two groups when the signal is aborted: what was acknowledged stays. */
export async function takeIn(
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
  for await (const found of readItems(paths, { ...options, maxBytes: service.config.maxBytes })) {
    options.signal?.throwIfAborted();
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
