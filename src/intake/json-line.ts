/** One line of JSONL: `{id?, text? | html?, url?, outlet?, publishedAt?, retrievedAt?}`. Unknown fields are passed over. */
import { z } from 'zod';
import type { ArticleInput } from '../article.ts';
import { declaredFields } from '../content/declared.ts';
import { CopydeskError } from '../errors.ts';

/** null counts as not given: exports of tables write it for every empty column. */
const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);

const lineSchema = z.object({
  id: optional(z.union([z.string(), z.number()]).transform(String).pipe(declaredFields.id)),
  text: optional(z.string()),
  html: optional(z.string()),
  url: optional(declaredFields.url),
  outlet: optional(declaredFields.outlet),
  publishedAt: optional(declaredFields.publishedAt),
  retrievedAt: optional(declaredFields.retrievedAt),
});

export type JsonLine =
  | { readonly input: ArticleInput; readonly inputId: string | undefined }
  /** `inputId` where the line told it before it went wrong. */
  | { readonly error: CopydeskError; readonly inputId: string | undefined };

/** Never throws: what is wrong with the line is the answer. Text is made well-formed (no lone surrogates); nothing else is changed. */
export function readJsonLine(line: Buffer): JsonLine {
  const text = decodeLine(line);
  if (text === undefined)
    return { error: new CopydeskError('BAD_ENCODING', 'JSON is always UTF-8; this line is not.'), inputId: undefined };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { error: new CopydeskError('BAD_JSON_LINE', shortReason(error as Error), { cause: error }), inputId: firstId(text) };
  }
  return readJsonValue(value);
}

/** The same for a value that is parsed already. */
export function readJsonValue(value: unknown): JsonLine {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {
      error: new CopydeskError(
        'BAD_JSON_LINE',
        `It is ${Array.isArray(value) ? 'an array' : value === null ? 'null' : `a ${typeof value}`}.`,
      ),
      inputId: undefined,
    };
  }
  const parsed = lineSchema.safeParse(value);
  const inputId = idOf(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { error: new CopydeskError('BAD_FIELD', `"${issue?.path.join('.') ?? ''}": ${issue?.message ?? 'wrong'}`), inputId };
  }
  const { id, text: plain, html, ...declared } = parsed.data;
  if (plain === undefined && html === undefined)
    return { error: new CopydeskError('MISSING_FIELD', 'It has neither text nor html.'), inputId };
  if (plain !== undefined && html !== undefined) return { error: new CopydeskError('MISSING_FIELD', 'It has both; send one.'), inputId };
  return { input: { id, text: plain?.toWellFormed(), html: html?.toWellFormed(), ...declared }, inputId };
}

function decodeLine(line: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(line);
  } catch {
    return undefined;
  }
}

/** What the parser says, without the piece of the line that it quotes. "Unterminated string in JSON at position 7 (line 1 column 8)". */
function shortReason(error: Error): string {
  const reason = error.message.replace(/, (?:\.\.\.)?".*$/s, '').replace(/ \(line 1 .*$/, '');
  return reason.endsWith('.') ? reason : `${reason}.`;
}

function idOf(value: object): string | undefined {
  const { id } = value as { id?: unknown };
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

/** The id of a line that is cut off or too long: only when it is the first field, as `{"id": "a1", "text": ...`. */
export function firstId(start: string): string | undefined {
  const found = /^\s*\{\s*"id"\s*:\s*(?:"([^"\\]{0,300})"|(\d{1,20}))/.exec(start);
  return found?.[1] ?? found?.[2];
}
