/** One form for all spellings of a name: no accents, case, dots or apostrophes; hyphens are spaces. "Erdoğan’s" is not handled: cut the 's first. */
const STROKED: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ħ: 'h',
  ə: 'e',
};

/** "Volodymyr Zelenskyi" -> "volodymyr zelenskyi"; "Łódź" -> "lodz"; "U.S." -> "us"; "Jean-Claude" -> "jean claude". */
export function foldName(name: string): string {
  let folded = name.toLowerCase();
  // eslint-disable-next-line no-control-regex -- most names are plain ASCII and need no decomposition
  if (!/^[\x00-\x7f]*$/.test(folded)) {
    folded = folded
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .replace(/[øłđðßıæœþħə]/g, (letter) => STROKED[letter] ?? letter);
  }
  return folded
    .replace(/[.'’ʼ‘`]/g, '')
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim();
}
