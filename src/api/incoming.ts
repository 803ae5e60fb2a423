/** Bodies of POST /v1/articles: one article at a time, by the formats that files and standard input are read by. */
import type { DeclaredFacts } from '../content/declared.ts';
import { charsetLabel } from '../content/charset.ts';
import { CopydeskError } from '../errors.ts';
import { formatOfMediaType } from '../intake/formats/formats.ts';
import type { Found } from '../intake/formats/input-format.ts';

export interface IncomingLimits {
  /** Largest article, bytes. */
  readonly maxBytes: number;
  /** Most articles in one request: what one transaction takes without holding others up. */
  readonly maxArticles: number;
}

/** "Text/HTML; charset=x" as its parts. */
function parseContentType(header: string): { readonly type: string; readonly charset: string | undefined } {
  return {
    type: header.split(';')[0]?.trim().toLowerCase() ?? '',
    charset: /charset=["']?([\w.:-]{1,40})/i.exec(header)?.[1],
  };
}

async function* once(body: Uint8Array): AsyncGenerator<Uint8Array> {
  yield body;
}

/**
 * The articles of a request, each taken or refused with the reason. Stops reading at the limit of articles.
 * @param declared the query: facts of a body that is one article
 * @throws CopydeskError UNSUPPORTED_FILE, BAD_ENCODING (no such charset), TOO_LARGE (too many articles)
 */
export async function readRequest(
  body: Uint8Array,
  contentType: string,
  declared: DeclaredFacts,
  { maxBytes, maxArticles }: IncomingLimits,
): Promise<Found[]> {
  const { type, charset: named } = parseContentType(contentType);
  const format = formatOfMediaType(type);
  if (format === undefined) throw new CopydeskError('UNSUPPORTED_FILE', `there is no format of type ${type}`);
  const charset = named === undefined ? undefined : charsetLabel(named);
  if (named !== undefined && charset === undefined) throw new CopydeskError('BAD_ENCODING', `There is no charset ${named}.`);
  const found: Found[] = [];
  try {
    for await (const one of format.read(once(body), { maxBytes, declared, charset })) {
      found.push(one);
      if (found.length > maxArticles) break;
    }
  } catch (error) {
    if (!(error instanceof CopydeskError)) throw error;
    // the input as a whole cannot be read: what came before it is kept
    found.push({ error, inputId: declared.id });
  }
  if (found.length > maxArticles) throw new CopydeskError('TOO_LARGE', `more than ${maxArticles} articles in one request`);
  return found;
}
