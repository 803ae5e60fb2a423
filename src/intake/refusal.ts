/** What intake says about an item it does not take. One clear line each; the rest goes on. */
import { ERRORS, type CopydeskError, type ErrorCode } from '../errors.ts';

export interface Refusal {
  /** As the caller named it; "-" for standard input. */
  readonly file: string;
  /** From 1; JSONL only. */
  readonly line?: number | undefined;
  readonly inputId?: string | undefined;
  readonly code: ErrorCode;
  readonly what: string;
  readonly remedy: string;
}

export function refuse(
  error: CopydeskError,
  place: { readonly file: string; readonly line?: number; readonly inputId?: string | undefined },
): Refusal {
  const { what, remedy } = ERRORS[error.code];
  return { ...place, code: error.code, what: error.message === what ? what : `${what} ${error.message}`, remedy };
}

export function isRefusal(found: object): found is Refusal {
  return 'remedy' in found;
}
