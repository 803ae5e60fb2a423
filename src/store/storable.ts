/** What Postgres cannot hold in text and jsonb, replaced in a whole JSON value. */
import { storableText } from '../content/storable.ts';

/** NUL and lone surrogates become U+FFFD in every string of a JSON value, keys included. */
export function storableJson<T>(value: T): T {
  const json = JSON.stringify(value);
  // JSON.stringify writes NUL as \u0000 and a lone surrogate as \ud800..\udfff, and nothing else that way.
  if (!/\\u(?:0000|d[89a-f][0-9a-f]{2})/.test(json)) return value;
  return walk(value) as T;
}

function walk(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(walk);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [storableText(key), walk(field)]));
  }
  return value;
}
