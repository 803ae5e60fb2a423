/** The service's counts for several scrapers and pages at once. */
import type { Service, ServiceFacts } from '../service.ts';

/** How long counts are reused, ms. */
const FACTS_FRESH_MS = 1000;

/** Asks the service at most once in FACTS_FRESH_MS, however many ask. */
export function cachedFacts(service: Service): () => Promise<ServiceFacts> {
  let latest: Promise<ServiceFacts> | undefined;
  let at = 0;
  return () => {
    const now = Date.now();
    if (latest === undefined || now - at > FACTS_FRESH_MS) {
      at = now;
      latest = service.facts();
      latest.catch(() => (latest = undefined));
    }
    return latest;
  };
}
