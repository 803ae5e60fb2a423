/** What no record holds: NUL (Postgres takes none in text) and lone surrogates (no UTF-8 has them). Replaced one for one, so that no offset moves. */

/** "a\0b" → "a\uFFFDb"; a text without such units is returned as it is. */
export function storableText(text: string): string {
  const wellFormed = text.isWellFormed() ? text : text.toWellFormed();
  return wellFormed.includes('\0') ? wellFormed.replaceAll('\0', '\uFFFD') : wellFormed;
}
