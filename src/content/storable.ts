/** What no record holds: NUL (Postgres takes none in text) and lone surrogates (no UTF-8 has them). Replaced one for one, so that no offset moves. */

/** "a\0b" → "a\uFFFDb"; a text without such units is returned as it is. */
export function storableText(text: string): string {
  const wellFormed = text.isWellFormed() ? text : text.toWellFormed();
  return wellFormed.includes('\0') ? wellFormed.replaceAll('\0', '\uFFFD') : wellFormed;
}

/** What the stages read, whoever hands it in: the library, a reader child or a worker. Nothing else of the input is changed. */
export function storableInput<T extends { readonly text?: string | undefined; readonly html?: string | undefined }>(input: T): T {
  const text = input.text === undefined ? undefined : storableText(input.text);
  const html = input.html === undefined ? undefined : storableText(input.html);
  return text === input.text && html === input.html ? input : { ...input, text, html };
}
