/** All input formats. To add one: its file, and its line here. */
import { CopydeskError } from '../../errors.ts';
import { peek } from '../peek.ts';
import { html } from './html.ts';
import type { Chunks, InputFormat } from './input-format.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { text } from './text.ts';

/** In the order in which they look at first bytes. */
let formats: readonly InputFormat[] = [jsonl, html, json, text];

export const inputFormats = (): readonly InputFormat[] => formats;

/**
 * Adds a format: from now on files with its endings, standard input that begins as it does, and HTTP bodies of its media types are read by it.
 * Servers that are made later take its media types.
 * @throws CopydeskError BAD_ARGUMENT when its name, an ending or a media type is taken.
 */
export function addInputFormat(format: InputFormat): void {
  const taken = formats.find(
    (other) =>
      other.name === format.name ||
      other.endings.some((ending) => format.endings.includes(ending)) ||
      other.mediaTypes.some((type) => format.mediaTypes.includes(type)),
  );
  if (taken !== undefined)
    throw new CopydeskError('BAD_ARGUMENT', `the input format ${format.name} shares its name, ending or type with ${taken.name}`);
  formats = [format, ...formats];
}

/** The format of a file name, and whether it is packed: "a.html.gz" and "A.TXT" have one; "a.gz" and "atxt" have none. */
export function formatOfFile(file: string): { readonly format: InputFormat; readonly isPacked: boolean } | undefined {
  const name = file.toLowerCase();
  const isPacked = name.endsWith('.gz');
  const ending = /\.([^./\\]+)$/.exec(isPacked ? name.slice(0, -3) : name)?.[1];
  const format = ending === undefined ? undefined : formats.find(({ endings }) => endings.includes(ending));
  return format === undefined ? undefined : { format, isPacked };
}

export const formatNamed = (name: string): InputFormat | undefined => formats.find((format) => format.name === name);

export const formatOfMediaType = (type: string): InputFormat | undefined => formats.find(({ mediaTypes }) => mediaTypes.includes(type));

/** With so many bytes every format has seen enough. */
const SNIFFED_BYTES = 1024;

/** The format that the first bytes tell, else text; with the chunks to read, from the first byte on. */
export async function sniffFormat(chunks: Chunks): Promise<{ readonly format: InputFormat; readonly chunks: Chunks }> {
  let found: InputFormat | undefined;
  const peeked = await peek(chunks, SNIFFED_BYTES, (head) => {
    found = formats.find((format) => format.sniff(head));
    return found !== undefined;
  });
  return { format: found ?? text, chunks: peeked.chunks };
}
