/**
 * Paragraphs of a page that are no part of its story, though cleaning keeps them: a note about the author at the end, and headlines in capitals amid the
 * text, which lead to other pages. Who is named nowhere else is no entity of the story. The line that says who reported from where is part of it.
 */
import type { Body } from '../article.ts';

/** "Ann Lee is a freelance writer based in Riga."; "Matt Frankel, CFP, is a contributing analyst"; not "Ann Lee is a widow", "She is a writer". */
const INTRODUCES =
  /^(?:About the author:? )?(?:Dr\.? |Prof\.? )?\p{Lu}[\p{L}'’.-]+(?: (?:van|der|de|von|\p{Lu}[\p{L}'’.-]*)){1,4},?(?: \p{Lu}{2,5}(?:, \p{Lu}{2,5})*,)? (?:(?:is|was|has been) (?:an?|the|\S+['’]s)|writes|covers|reports|blogs)\s/u;
const IS_AUTHOR =
  /\b(?:writer|reporter|journalist|editor|author|freelancer?|columnist|blogger|contributor|contributing|content creator|photographer|correspondent|staff writer|writes|blogs|covers|reports)\b/;
/** How far into the paragraph the trade is named, UTF-16 units. */
const INTRODUCTION = 160;
const SPEAKS = /["“”]|\b(?:said|says|told|tells|according)\b/;
/** UTF-16 units of a headline. */
const LONGEST_HEADLINE = 250;
/** Notes stand in the last part of a text, or are among its last paragraphs (seen on the 291 development pages of the extraction sets). */
const LATE = 0.7;
const LAST = 4;
/** Words of a headline in capitals. */
const FEWEST = 5;

/** Spans of such paragraphs, in order; linear in the text. */
export function findSideNotes({ text, paragraphs }: Body, authors: readonly string[]): [start: number, end: number][] {
  const found: [number, number][] = [];
  const names = authors.filter((name) => name.length > 3);
  const isShouted = !/\p{Ll}{2}/u.test(text);
  for (const [index, [start, end]] of paragraphs.entries()) {
    const paragraph = text.slice(start, end);
    const isLate = start > text.length * LATE || index >= paragraphs.length - LAST;
    if (
      names.some((name) => isAbout(name, paragraph, start > text.length / 2)) ||
      (isLate && INTRODUCES.test(paragraph) && IS_AUTHOR.test(paragraph.slice(0, INTRODUCTION)) && !SPEAKS.test(paragraph)) ||
      (!isShouted && index > 0 && isHeadlineInCapitals(paragraph))
    )
      found.push([start, end]);
  }
  return found;
}

/** An author's name by itself, or what the author is: "Ann Lee leads the desk in Riga." `isLate`: in the second half. */
function isAbout(author: string, paragraph: string, isLate: boolean): boolean {
  const at = paragraph.indexOf(author);
  if (at < 0 || at > LONGEST_LEAD) return false;
  const rest = paragraph.slice(at + author.length);
  if (rest.length < 3) return true;
  return (
    isLate &&
    !SPEAKS.test(paragraph) &&
    /^,? (?:(?:\p{Lu}{2,5}, )*(?:is|was|has|leads|covers|writes|reports|stands|joined|works|founded|lives)\b|the |an? |\S+['’]s )/u.test(
      rest,
    )
  );
}
/** "About the author: Dr " */
const LONGEST_LEAD = 24;

/** "SEAN DOE LEAVES THE STAGE AT LAST"; not "WHAT NOW", "NATO AND THE EU met". */
const isHeadlineInCapitals = (paragraph: string): boolean =>
  paragraph.length < LONGEST_HEADLINE &&
  !/\p{Ll}/u.test(paragraph) &&
  !/[.!]$/.test(paragraph) &&
  (paragraph.match(/\p{Lu}{2,}/gu)?.length ?? 0) >= FEWEST;
