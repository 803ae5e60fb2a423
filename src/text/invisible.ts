/**
 * Characters that nobody sees: soft hyphens, zero-width characters, bidirectional controls. They part words that are one ("co\u00ADoperate"), hide
 * names from every search, and can make a text read otherwise than it is stored ("Trojan Source", Boucher and Anderson, 2021).
 * They go, except where a script is written with them. Linear; a text without any is given back after one test.
 * Decision 0036 says what stays and why.
 */

const ANY = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/;
const EACH = new RegExp(ANY, 'g');

/** Letters written from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko, their presentation forms, and the planes of Adlam and the ancient ones. */
const RIGHT_TO_LEFT = /[\u05d0-\u05f4\u0620-\u065f\u066e-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]/;
/** Scripts whose letters join or stack, which U+200C and U+200D control: Arabic to Myanmar, Khmer, Mongolian and their neighbours. */
const JOINING = /[\u0600-\u109f\u1780-\u18af\u1a20-\u1aff\u1b00-\u1cff\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc\ud802-\ud807]/;
/** Scripts without spaces in which U+200B marks where a word ends: Thai, Lao, Myanmar, Khmer. */
const SPACELESS = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;
/** What U+200D joins to one picture: "👩‍🚒", also after a skin tone or U+FE0F. */
const PICTURE_END = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]$/u;
const PICTURE_START = /^\p{Extended_Pictographic}/u;

const ZERO_WIDTH_SPACE = 0x200b;
const NON_JOINER = 0x200c;
const JOINER = 0x200d;

const isDirectionMark = (code: number): boolean => code === 0x200e || code === 0x200f || code === 0x061c;

function isNeeded(code: number, text: string, at: number, context: string): boolean {
  if (isDirectionMark(code)) return RIGHT_TO_LEFT.test(context);
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (code === ZERO_WIDTH_SPACE) return SPACELESS.test(before) && SPACELESS.test(after);
  if (code !== NON_JOINER && code !== JOINER) return false;
  if (JOINING.test(before) || JOINING.test(after)) return true;
  return code === JOINER && PICTURE_END.test(text.slice(Math.max(0, at - 2), at)) && PICTURE_START.test(text.slice(at + 1, at + 3));
}

export const hasInvisible = (text: string): boolean => ANY.test(text);

/**
 * The text without invisible characters that its script has no need of.
 * @param context what the text is a piece of, where that tells more: direction marks stay when it has letters written from right to left.
 */
export function withoutInvisible(text: string, context: string = text): string {
  if (!ANY.test(text)) return text;
  return text.replace(EACH, (character: string, at: number) => (isNeeded(character.charCodeAt(0), text, at, context) ? character : ''));
}
