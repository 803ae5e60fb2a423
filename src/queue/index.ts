/** `copydesk/queue`: the running service (accept, read, wait, export) and its settings. Loads BullMQ and the database drivers, never a stage. */
export { readConfig, type Config, type Deployment } from '../config.ts';
export {
  openService,
  type BatchItem,
  type ExportFilter,
  type ItemPage,
  type OpenOptions,
  type ProcessWorker,
  type Service,
  type ServiceFacts,
  type WaitOptions,
  type WorkerOptions,
} from '../service.ts';
export type { Acceptance, BatchStatus, IncomingItem, ItemState, StoredItem, Violation } from '../store/store.ts';
