/** Which of several places that the evidence speaks for. */
import { foldName } from '../text/fold.ts';
import { wordsOf } from './context-words.ts';
import { isSeat } from './evidence-places.ts';
import { COUNTRY } from './facts/descriptors.ts';
import type { KnownEntity } from './known.ts';
import type { ArticleContext } from './article-context.ts';

/**
 * "Georgia", "Washington", "New York": the country when its people are named, the capital before the state, the city before the state. `main` is the one
 * that a name means when nothing is said: London in England, unless the article names Canada and not Britain; then it may be either, and neither is taken.
 */
export function preferredPlace(
  all: readonly KnownEntity[],
  main: KnownEntity | undefined,
  context: ArticleContext,
): KnownEntity | undefined {
  let supported = all;
  const country = supported.find((known) => known.placeType === 'country');
  if (country !== undefined) {
    const state = supported.find((known) => known.placeType === 'state');
    if (state === undefined) return country;
    const named = country.descriptors.some((descriptor) => context.words.has(foldName(descriptor)) && descriptor !== COUNTRY);
    return named ? country : undefined;
  }
  if (main !== undefined && supported.includes(main)) {
    supported = supported.filter((known) => known !== main);
    if (context.countries.has(main.country)) return main;
    // whoever is supported against a name that means another is so by its country
    if (supported.some(({ sources }) => sources < main.sources)) return undefined;
    if (supported.length === 1) return supported[0];
  }
  const nearest = mostNamed(supported, context);
  if (nearest !== undefined) return nearest;
  const saysState =
    supported.some((known) => known.placeType === 'state') && [...wordsOf('states')].some((word) => context.words.has(word));
  const capital = supported.filter(isSeat);
  if (capital.length === 1) return capital[0];
  const cities = supported.filter((known) => known.placeType === 'city');
  return cities.length === 1 && !saysState ? cities[0] : undefined;
}

/** One whose country the article names, or names three times as often as those of the others. */
function mostNamed(supported: readonly KnownEntity[], { named }: ArticleContext): KnownEntity | undefined {
  if (supported.some(({ placeType }) => placeType === 'state' || placeType === 'country')) return undefined;
  const times = ({ country }: KnownEntity): number => named.get(country) ?? 0;
  const [first, second] = [...supported].sort((a, b) => times(b) - times(a));
  return first !== undefined && second !== undefined && times(first) > 0 && times(first) >= 3 * times(second) ? first : undefined;
}
