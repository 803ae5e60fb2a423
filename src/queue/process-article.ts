/** Reads one item from claim to end state. Throws CopydeskError only; what becomes of it is consume.ts's business. */
import type { ArticleInput } from '../article.ts';
import { inputOf } from '../content/content.ts';
import type { DuplicateIndex, SignedArticle } from '../dedupe/duplicate-index.ts';
import { hostOutlet } from '../dedupe/host-outlet.ts';
import { toRecord, type Draft } from '../draft.ts';
import { CopydeskError } from '../errors.ts';
import type { PipelineOptions } from '../pipeline.ts';
import type { ReaderPool } from '../reader/pool.ts';
import { placeInCluster, type Placing } from '../store/clusters.ts';
import { withRetries } from '../store/database.ts';
import type { Claim } from '../store/items.ts';
import { getRecord, saveRecord } from '../store/records.ts';
import type { Executor } from '../store/schema.ts';
import { reuseCanonical } from './reuse-canonical.ts';

export interface ProcessDependencies {
  readonly db: Executor;
  readonly pool: ReaderPool;
  /** How articles are read; the defaults when left out. */
  readonly pipeline?: PipelineOptions | undefined;
  /** The duplicate index on a pool or inside a transaction. */
  readonly duplicates: (db: Executor) => DuplicateIndex;
}

/** The cluster that the transaction chose is not the one the copy took its quotations from: read it in full. */
class ClusterMoved extends Error {}

export interface Processed {
  readonly state: 'stored' | 'copy';
  /** Time in each stage, ms. */
  readonly timings: Draft['timings'];
}

export async function processArticle(deps: ProcessDependencies, claim: Claim): Promise<Processed> {
  const { item } = claim;
  const input = inputOf({ ...claim.item, bytes: claim.bytes });
  const draft = await deps.pool.cleanAndSign(input, deps.pipeline);
  if (draft.signature === undefined) throw new CopydeskError('STAGE_FAILED', 'the article was not signed', { stage: 'sign' });
  const signed: SignedArticle = {
    id: item.id,
    signature: draft.signature,
    outlet: draft.article.outlet ?? item.outlet ?? hostOutlet(item.url),
    publishedAt: draft.article.publishedAt?.value,
    receivedAt: item.receivedAt,
    originator: draft.provenance?.originator,
  };
  const borrowed = await borrowFromCanonical(deps, draft, signed);
  try {
    if (borrowed !== undefined) return await save(deps, claim, input, borrowed.draft, signed, borrowed.of);
  } catch (error) {
    if (!(error instanceof ClusterMoved)) throw error;
  }
  const full = await deps.pool.findNamesAndQuotations(draft);
  return save(deps, claim, input, full, signed);
}

interface Borrowed {
  readonly draft: Draft;
  /** Id of the canonical article. */
  readonly of: string;
}

async function borrowFromCanonical(deps: ProcessDependencies, draft: Draft, signed: SignedArticle): Promise<Borrowed | undefined> {
  const match = await withRetries(() => deps.duplicates(deps.db).match(signed));
  if (match?.role !== 'copy' || match.of === undefined || match.of === signed.id) return undefined;
  const { of } = match;
  const canonical = await withRetries(() => getRecord(deps.db, of));
  const taken = canonical === undefined ? undefined : reuseCanonical(draft.article, canonical);
  return taken === undefined ? undefined : { draft: { ...draft, ...taken }, of };
}

async function save(
  deps: ProcessDependencies,
  { item, bytes }: Claim,
  input: ArticleInput,
  draft: Draft,
  signed: SignedArticle,
  borrowedFrom?: string,
): Promise<Processed> {
  const raw = { sha256: item.sha256, bytes: bytes.length, mediaType: item.mediaType, charset: item.charset };
  const place = async (tx: Executor): Promise<Placing> => {
    const placing = await placeInCluster(deps.duplicates(tx), signed);
    const { role, of } = placing.membership;
    if (borrowedFrom !== undefined && (role !== 'copy' || of !== borrowedFrom)) throw new ClusterMoved();
    return placing;
  };
  const context = { batch: item.batch, receivedAt: item.receivedAt };
  const state = await withRetries(() =>
    saveRecord(deps.db, {
      id: item.id,
      attempt: item.attempt,
      place,
      record: (cluster) => ({ ...toRecord(input, raw, draft, { ...context, cluster }), id: item.id }),
    }),
  );
  return { state, timings: draft.timings };
}
