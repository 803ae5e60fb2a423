/** Columns a plain string takes in a terminal. */

/** Wide characters: CJK, Hangul, full-width forms, emoji. "日" takes two columns, "é" one, a combining mark none. */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u;
const NONE = /^[\p{M}\p{Cf}\p{Cc}]$/u;

export function getStringWidth(text: string): number {
  let width = 0;
  for (const character of text) width += NONE.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}
