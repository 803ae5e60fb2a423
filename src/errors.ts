/**
 * Every error Copydesk raises on purpose: what went wrong, whether it may be retried, and the cure.
 * docs/errors.md is held equal to this table by a test. Imports nothing.
 */

/** What becomes of the item: refused at intake, retried later, or quarantined (never retried by itself). `fatal` stops the command. */
export type Fate = 'refuse' | 'retry' | 'quarantine' | 'fatal';

interface ErrorKind {
  readonly fate: Fate;
  readonly what: string;
  readonly remedy: string;
}

const kind = (fate: Fate, what: string, remedy: string): ErrorKind => ({ fate, what, remedy });

export const ERRORS = {
  EMPTY_INPUT: kind('refuse', 'The input holds no text.', 'Check the export that made it; nothing was stored.'),
  BINARY_INPUT: kind(
    'refuse',
    'The input is binary, not text or HTML.',
    'Send text, HTML or JSONL; unpack archives and convert PDFs first.',
  ),
  BAD_ENCODING: kind('refuse', 'The bytes are not valid in the charset they claim or seem to be in.', 'Re-export as UTF-8.'),
  TOO_LARGE: kind('refuse', 'The item is larger than the limit.', 'Split it, or raise COPYDESK_MAX_BYTES (bytes).'),
  BAD_JSON_LINE: kind(
    'refuse',
    'The line is not a JSON object.',
    'Each line must be one whole JSON object; the last line of a truncated file is the usual cause.',
  ),
  MISSING_FIELD: kind('refuse', 'The line does not have exactly one of text and html.', 'Give each line exactly one of "text" and "html".'),
  BAD_FIELD: kind('refuse', 'A field has the wrong type or form.', 'Correct the field named in the message.'),
  UNSUPPORTED_FILE: kind('refuse', 'This kind of file is not read.', 'Use .txt, .html, .htm, .jsonl, .ndjson, or .gz of these.'),
  FILE_NOT_FOUND: kind('refuse', 'No such file, folder or match.', 'Check the path; quote globs so that the shell leaves them alone.'),
  READER_TIMEOUT: kind(
    'retry',
    'Reading the article took longer than the limit and was killed.',
    'A second kill puts it into quarantine; raise COPYDESK_READ_TIMEOUT_MS if the article is legitimate.',
  ),
  READER_OUT_OF_MEMORY: kind(
    'retry',
    'Reading the article ran out of memory and was killed.',
    'A second kill puts it into quarantine; raise COPYDESK_READER_HEAP_MB if the article is legitimate.',
  ),
  READER_CRASHED: kind(
    'retry',
    'The reader process ended while it read the article.',
    'A second crash puts it into quarantine; see its last log lines.',
  ),
  READER_UNAVAILABLE: kind(
    'retry',
    'No reader process came up, so the article was not read.',
    'Nothing to do for the article: it is tried again. If it lasts, look at the load and the free memory of the machine, or at COPYDESK_NER_MODEL where the message names it.',
  ),
  POISON: kind(
    'quarantine',
    'The item killed the reader twice.',
    'Look at the raw bytes (copydesk show <id> --raw), then drop it or retry with higher limits.',
  ),
  ATTEMPTS_EXHAUSTED: kind(
    'quarantine',
    'No attempt on the item came to an end: its worker died or lost the database each time.',
    'See the logs of the workers, then copydesk quarantine retry <id>; COPYDESK_MAX_ATTEMPTS is the limit.',
  ),
  STAGE_FAILED: kind('quarantine', 'A stage threw on this article.', 'This is a bug: report it with the item id; retry after an upgrade.'),
  STALE_ATTEMPT: kind(
    'retry',
    'A newer attempt owns this item; this write was fenced off.',
    'Nothing to do: the newer attempt finishes the item.',
  ),
  STORE_UNAVAILABLE: kind('retry', 'Postgres cannot be reached.', 'Check DATABASE_URL and that the server accepts connections.'),
  QUEUE_UNAVAILABLE: kind(
    'retry',
    'The queue backend cannot be reached.',
    'Check REDIS_URL; accepted items are safe in Postgres and are re-enqueued when it is back.',
  ),
  FOLDER_LOCKED: kind(
    'fatal',
    'Another process owns the data folder and does not answer.',
    'Stop that process, or set COPYDESK_HOME to another folder.',
  ),
  NOT_FOUND: kind(
    'fatal',
    'Nothing has this id or address.',
    'List ids with copydesk status or copydesk export; /openapi.json lists the HTTP addresses.',
  ),
  CURSOR_EXPIRED: kind(
    'fatal',
    'The cursor is older than the events that are kept.',
    'Read the records once (copydesk export, GET /v1/articles), then follow the events from the newest cursor; COPYDESK_EVENTS_DAYS says how long events are kept.',
  ),
  BAD_CONFIG: kind('fatal', 'A setting has a wrong value.', 'See docs/configuration.md; the message names the variable.'),
  UNAUTHORISED: kind(
    'fatal',
    'The request does not carry the access token.',
    'Send "Authorization: Bearer <token>" with the value of COPYDESK_API_TOKEN; in a browser give it as the password.',
  ),
  CROSS_SITE_REQUEST: kind(
    'fatal',
    'The request comes from a page of another site, or under a host name that is not this machine.',
    'Call the API from your own program or from its own pages; to serve other host names set COPYDESK_API_TOKEN.',
  ),
  BAD_REQUEST: kind('fatal', 'The request is not understood.', 'Compare it with /openapi.json; the detail names the part.'),
  INTERNAL: kind(
    'fatal',
    'Something unexpected failed; the log has the cause.',
    'This is a bug: report it with the log lines of the request id.',
  ),
  BAD_ARGUMENT: kind('fatal', 'The command line is not understood.', 'Run the command with --help.'),
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof ERRORS;

/** One class, many codes. `detail` says what and where; the remedy comes from the table. Never put a whole page in `detail`. */
export class CopydeskError extends Error {
  readonly code: ErrorCode;
  readonly stage: string | undefined;
  /** Where it happened, for people: "file.jsonl line 3". */
  readonly where: string | undefined;

  constructor(code: ErrorCode, detail?: string, options: { cause?: unknown; stage?: string; where?: string } = {}) {
    super(detail ?? ERRORS[code].what, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'CopydeskError';
    this.code = code;
    this.stage = options.stage;
    this.where = options.where;
  }

  get fate(): Fate {
    return ERRORS[this.code].fate;
  }

  get retryable(): boolean {
    return this.fate === 'retry';
  }

  get remedy(): string {
    return ERRORS[this.code].remedy;
  }
}
