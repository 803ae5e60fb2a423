/** What is this? One answer for the library, files, standard input, HTTP and workers. */

/** A document type, a comment, an XML declaration or any tag at the start. Not "<3 this", "< 5 %" or "<jane@example.org> wrote". */
const HTML_START = /^\s*<(?:!doctype|!--|html|head|body|\?xml|[a-z][a-z0-9]*[\s>])/i;

/** A decoded text that starts as HTML does; a byte order mark before it does not count. */
export const startsAsHtml = (text: string): boolean => HTML_START.test(text.startsWith('\uFEFF') ? text.slice(1) : text);

/**
 * The first bytes as far as they are ASCII, which tags and JSON begin with in every charset that intake reads: UTF-16 too, whose zero bytes are
 * left out here. Only for looking at, never for keeping.
 */
export function asciiStart(head: Uint8Array): string {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 2048));
  return bytes
    .toString('latin1')
    .replace(/^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)/, '')
    .replaceAll('\0', '');
}
