/** All endpoint files. To add one: its file, and its line here. */
import { batches } from './batches.ts';
import { events } from './events.ts';
import { health } from './health.ts';
import { intake } from './intake.ts';
import { metrics } from './metrics.ts';
import { pages } from './pages.ts';
import { records } from './records.ts';
import type { RouteFile } from './route-file.ts';
import { statements } from './statements.ts';

/** Metrics first: they watch the requests of the others. */
export const ROUTE_FILES: readonly RouteFile[] = [metrics, health, intake, records, batches, statements, events, pages];
