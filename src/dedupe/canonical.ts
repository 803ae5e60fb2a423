/** Which copy of a cluster is the canonical one: the most original source, then the earliest, then the fullest. */
import type { SignedArticle } from './signed-article.ts';

const levelled = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the /, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** 0: another copy names this outlet as the first publisher. 1: it credits nobody else. 2: it says itself that it is a copy. */
function rankOf(article: SignedArticle, named: ReadonlySet<string>): number {
  const outlet = article.outlet === undefined ? undefined : levelled(article.outlet);
  if (outlet !== undefined && named.has(outlet)) return 0;
  return article.originator === undefined || (outlet !== undefined && levelled(article.originator) === outlet) ? 1 : 2;
}

const namedBy = (articles: readonly SignedArticle[]): Set<string> =>
  new Set(articles.flatMap((article) => (article.originator === undefined ? [] : [levelled(article.originator)])));

const timeOf = (moment: string | undefined): number => {
  const time = moment === undefined ? Number.NaN : Date.parse(moment);
  return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
};

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/** The canonical one. A total order, so that the order of arrival does not matter. */
export function findCanonical<T extends SignedArticle>(articles: readonly T[]): T {
  const named = namedBy(articles);
  return [...articles].sort(
    (a, b) =>
      compare(rankOf(a, named), rankOf(b, named)) ||
      compare(timeOf(a.publishedAt), timeOf(b.publishedAt)) ||
      compare(b.signature.words.length, a.signature.words.length) ||
      compare(timeOf(a.receivedAt), timeOf(b.receivedAt)) ||
      (a.id < b.id ? -1 : 1),
  )[0] as T;
}

/** Why it is the canonical copy, in words. */
export function originality(article: SignedArticle, others: readonly SignedArticle[]): string {
  const all = [article, ...others];
  const rank = rankOf(article, namedBy(all));
  if (rank === 0) return 'named as the first publisher by a copy';
  const peers = others.filter((other) => rankOf(other, namedBy(all)) === rank);
  if (rank === 1 && peers.length === 0) return 'the only one that credits no other publisher';
  const published = timeOf(article.publishedAt);
  if (published !== Number.POSITIVE_INFINITY && peers.every((other) => timeOf(other.publishedAt) > published)) {
    return `published first (${article.publishedAt ?? ''})`;
  }
  return `the fullest text (${article.signature.words.length} content words)`;
}
