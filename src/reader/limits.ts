/** What pool and child agree on about limits. Apart from serve.ts, so that the pool loads nothing of the child. */

/** What the watchdog writes to stderr before it kills; the pool reads it. */
export const LAST_WORDS = { memory: 'copydesk reader: out of memory', cpu: 'copydesk reader: out of time' } as const;
