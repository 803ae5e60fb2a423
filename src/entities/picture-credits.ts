/** Picture credits that stand in a body: who is named there took the picture, and is no part of the story. */
import { foldName } from '../text/fold.ts';
import { OUTLET } from './facts/descriptors.ts';
import type { Known } from './known.ts';

/** "Photo by Ann Lee", "Image copyright EPA", "Picture: Ann Lee/Orbel"; not "a photo by Ann Lee", "Image rights are sold". Up to the end of the line or bracket. */
const LABELLED =
  /(?<![\p{L}\d])(?:Photo(?:graph)?s?|Pictures?|Images?|Illustrations?|Graphic|File)(?:(?: credits?| source)?(?: ?[:©]| by:?| courtesy of:?)| copyright) ?([^\n()[\]|]{2,80})(?=[\n()[\]|]|$)/gu;
/** What fills a line or a bracket and holds a stroke or names the great picture agency: "(Ann Lee / Los Angeles Times)", "Ann Lee via Getty Images". */
const STROKED = /(?<=^|[\n([])([^\n()[\]]{3,80})(?=[\n)\]]|$)/gu;
const LINK_WORD = /^(?:via|for|and|of|the|by|in|file|photo|handout|&|\/|-|–|—)$/i;
const AGENCY = new Set(
  'ap afp epa reuters pa getty images shutterstock alamy bloomberg xinhua tass anadolu zuma nurphoto istock unsplash pool handout'.split(
    ' ',
  ),
);
const MOST_WORDS = 10;

/** Spans of picture credits, in order of their starts; linear in the text. */
export function findPictureCredits(text: string, known: Known): [start: number, end: number][] {
  const spans: [number, number][] = [];
  if (/(?:Photo|Picture|Image|Illustration|Graphic|File)/.test(text))
    for (const match of text.matchAll(LABELLED)) if (isNamesOnly(match[1] ?? '')) spans.push([match.index, match.index + match[0].length]);
  if (/\/|Getty/.test(text))
    for (const match of text.matchAll(STROKED)) {
      const inside = match[1] ?? '';
      if (/\/|Getty Images/.test(inside) && isNamesOnly(inside) && inside.split(/\/|\bvia\b|,/).some((part) => isAgency(part, known)))
        spans.push([match.index, match.index + match[0].length]);
    }
  return spans.sort((a, b) => a[0] - b[0]);
}

function isNamesOnly(text: string): boolean {
  const words = text.split(/[\s/]+/).filter((word) => word !== '');
  return words.length <= MOST_WORDS && words.every((word) => LINK_WORD.test(word) || /^['"‘“]?[\p{Lu}\d]/u.test(word));
}

function isAgency(part: string, { byName }: Known): boolean {
  const name = foldName(part).replace(/^the /, '');
  return (
    (name !== '' && name.split(' ').every((word) => AGENCY.has(word))) ||
    byName(name).some(({ kind, descriptors }) => kind === 'organisation' && descriptors.some((each) => OUTLET.test(each)))
  );
}
