/**
 * Pages that a server streams (React 18 and frameworks on it): a part that was late stands hidden at the end of the page, `<div hidden id="S:1">`, and
 * a script moves it to where `<template id="B:1">` (a boundary) or `<template id="P:1">` (a part of one) keeps its place. Cleaning runs no script, so it
 * does the same. Source: react-dom's Fizz server, `completeBoundary` and `completeSegment`.
 */
import { DomUtils } from 'htmlparser2';

/** The parts of a page's element that are read here; page.ts has the whole of it. */
interface StreamElement {
  readonly name: string;
  readonly attribs: Record<string, string>;
  readonly parent: StreamElement | null;
}

/** "B:0", "P:1f", with the prefix an application may set: ":r1:B:0". Not "TAB:2x". */
const PLACE = /^(?<prefix>(?:.*[^\p{L}\p{N}])?)(?<kind>[BP]):(?<number>[\da-f]{1,6})$/u;
const SEGMENT = /^(?<prefix>(?:.*[^\p{L}\p{N}])?)S:(?<number>[\da-f]{1,6})$/u;
/** More are left where they are, shown: no page needs them, and each may add to the depth of the tree. */
const MAX_MOVES = 200;
const MAX_DEPTH = 200;
const MAX_ID = 80;

export const isStreamPlace = (id: string | undefined): boolean => id !== undefined && id.length < MAX_ID && PLACE.test(id);

/** Whether `element` may take in `part`: it stands outside of it and not too deep. */
function canTake(element: StreamElement, part: StreamElement): boolean {
  let depth = 0;
  for (let at: StreamElement | null = element; at !== null; at = at.parent) if (at === part || ++depth > MAX_DEPTH) return false;
  return true;
}

type DomElement = Parameters<typeof DomUtils.removeElement>[0];

/** Moves streamed parts to their places, in the tree itself. A part whose place is unknown is shown where it stands. */
export function joinStreamed(elements: Iterable<StreamElement>): void {
  const places = new Map<string, StreamElement>();
  const segments: [key: string, element: StreamElement][] = [];
  for (const element of elements) {
    const { id } = element.attribs;
    if (id === undefined || id.length >= MAX_ID) continue;
    if (element.name === 'template') {
      const { prefix, number } = PLACE.exec(id)?.groups ?? {};
      if (number !== undefined) places.set(`${prefix}|${number}`, element);
    } else if ('hidden' in element.attribs) {
      const { prefix, number } = SEGMENT.exec(id)?.groups ?? {};
      if (number !== undefined) segments.push([`${prefix}|${number}`, element]);
    }
  }
  for (const [index, [key, segment]] of segments.entries()) {
    delete segment.attribs['hidden'];
    const place = places.get(key);
    if (place === undefined || index >= MAX_MOVES || !canTake(place, segment)) continue;
    places.delete(key);
    DomUtils.removeElement(segment as unknown as DomElement);
    DomUtils.replaceElement(place as unknown as DomElement, segment as unknown as DomElement);
  }
}
