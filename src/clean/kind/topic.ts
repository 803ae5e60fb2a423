/** Whether a text is about what its page announces: the words of headline and description that come again in it. */

/** Letters by which forms of a word are taken for one: "council", "councillor". Shorter words than MIN_LETTERS are mostly function words. */
const STEM = 5;
const MIN_LETTERS = 4;
/** Headlines of fewer different words ("Playful Tones") prove nothing. */
const MIN_KEYS = 3;
/** Scripts without spaces: pairs of characters stand for words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]+/gu;
const WORD = /\p{L}+|\p{N}+/gu;
/** Text looked at; longer ones are about their headline anyway. UTF-16 units. */
const MAX_TEXT = 200_000;

function keysOf(text: string): Set<string> {
  const lower = text.slice(0, MAX_TEXT).normalize('NFC').toLowerCase();
  const keys = new Set<string>();
  for (const [run] of lower.matchAll(UNSPACED)) for (let at = 0; at + 2 <= run.length; at++) keys.add(run.slice(at, at + 2));
  for (const [word] of lower.replace(UNSPACED, ' ').matchAll(WORD)) if (word.length >= MIN_LETTERS) keys.add(word.slice(0, STEM));
  return keys;
}

/** Share, 0..1, of the words of the announcement best met that the text has; undefined where none says enough. */
export function topicShare(announcements: readonly (string | undefined)[], text: string): number | undefined {
  const found = keysOf(text);
  const shares = announcements.flatMap((announcement) => {
    const keys = [...keysOf(announcement ?? '')];
    return keys.length < MIN_KEYS ? [] : [keys.filter((key) => found.has(key)).length / keys.length];
  });
  return shares.length === 0 ? undefined : Math.max(...shares);
}
