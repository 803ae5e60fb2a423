/**
 * What kind of page an HTML page is, with the evidence. Signs that hold in any language come first (types the page declares, how much of its text is links, whether
 * there is a stretch of prose of its own); words second. A page with a stretch of prose of its own is never taken for a page without an article.
 */
import type { CleanArticle, Note } from '../../article.ts';
import type { Block } from '../html/blocks.ts';
import type { Decision } from '../html/choose.ts';
import type { PageSigns } from './signs.ts';
import {
  isClock,
  isCounter,
  isDuration,
  saysError,
  saysGallery,
  saysLive,
  saysPaywall,
  saysRobot,
  saysSearch,
  saysVideo,
  titleSays,
} from './wording.ts';

export interface KindSources {
  readonly decisions: readonly Decision[];
  /** Words of the body. */
  readonly words: number;
  readonly headline: string;
  readonly description: string | undefined;
  readonly url: string | undefined;
  readonly signs: PageSigns;
  /** JSON-LD of the page names a LiveBlogPosting. */
  readonly isLiveBlog: boolean;
}

export interface KindVerdict {
  readonly kind: CleanArticle['kind'];
  readonly note: Note | undefined;
  /** False when what was kept is no text of an article: results, teasers, the words of an error page. */
  readonly keepsBody: boolean;
}

/** Words below which a text is a brief rather than an article; AP and Reuters call items under about 130 words briefs. */
const BRIEF_WORDS = 130;
/** A page with this much uninterrupted prose has a text of its own. All 291 development articles but the briefs reach it; words. */
const OWN_TEXT = 130;
/** A page about nothing (error, robot check) is shorter than this. Words. */
const THIN = 150;
/** A declared word count this many times the body's says that the body was cut. */
const CUT_FACTOR = 2;

const ARTICLE_TYPE =
  /^(?:\w*NewsArticle|Article|BlogPosting|Report|Review|OpinionNewsArticle|TechArticle|ScholarlyArticle|SocialMediaPosting|Recipe|HowTo)$/u;
const LIST_TYPE = /^(?:CollectionPage|SearchResultsPage|ProfilePage|Blog)$/u;
const GALLERY_TYPE = /^(?:ImageGallery|MediaGallery)$/u;
const PLAYER_TYPE = /^(?:VideoObject|VideoGallery|AudioObject|PodcastEpisode|Movie|Episode|TVEpisode|RadioEpisode|MusicRecording|Clip)$/u;
const PLAYER_PATH = /\/(?:videos?|watch|av|player|mediathek|podcasts?|audio|listen|episodes?)(?:[/.-]|$)/iu;
const LIST_PATH =
  /^\/?$|\/(?:tags?|category|categories|topics?|author|authors|rubrik|thema|archive|page)\/[^/]*(?:\/(?:page\/)?\d*)?\/?$/iu;
const LIVE_NAME =
  /(?:^|[\s_-])(?:live-?(?:blog|feed|update|ticker|post|entry|stream-entry)s?|liveticker|ticker-entry|liveblog[\w-]*)(?:$|[\s_-])/iu;
const WALL_NAME =
  /(?:^|[\s_-])(?:pay-?wall|regwall|reg-wall|subscriber-only|subscription-wall|metered?-?wall|premium-?wall|locked-content|piano-)[\w-]*/iu;

/** Scores of single blocks: likelier article than not, and sure. */
const LIKELY = 0.42;
const SURE = 0.6;
/**
 * Below these a page has no text that reads like an article: what was kept is the best of nothing. The development articles lie at .65 and more; with their text
 * taken out, half of the same pages lie under .1.
 */
const NOTHING = 0.35;
const NOTHING_WORDS = 30;

interface Layout {
  /** Mean score of the kept words, as the choice of blocks saw them, 0..1. */
  readonly certainty: number;
  /** Kept words in full paragraphs that the choice of blocks was sure of. */
  readonly sure: number;
  /** Kept words in full paragraphs. */
  readonly prose: number;
  /** The longest stretch of kept paragraphs with no linked title between. Words. */
  readonly longestRun: number;
  /** Kept paragraphs that do not stand under a linked title. Words. */
  readonly own: number;
  /** Titles of other pages. */
  readonly linkedTitles: number;
  /** Linked titles with a kept paragraph right under them. */
  readonly teasers: number;
  readonly counters: number;
  readonly captions: number;
  readonly captionWords: number;
  /** Time stamps with kept prose under them. */
  readonly entries: number;
  readonly images: number;
}

const isVisible = ({ scope }: Block): boolean => scope.pruned === undefined;
const isLinkedTitle = (block: Block): boolean => block.words >= 4 && block.words <= 30 && block.linkChars >= block.text.length * 0.75;
const isParagraph = (block: Block): boolean =>
  block.linkChars < block.text.length / 2 &&
  (block.words >= 8 || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]{10}/u.test(block.text));
const isStamp = (block: Block): boolean =>
  block.words <= 10 && (isClock(block.text) || (block.holds.has('time') && /\d/u.test(block.text)));

/** A linked title this many blocks above makes a paragraph its teaser: a date and a section may stand between. */
const TEASER_REACH = 3;
/** A live entry has its first paragraph within this many blocks of its time. */
const ENTRY_REACH = 4;

function layOut(decisions: readonly Decision[]): Layout {
  let words = 0;
  let scored = 0;
  let sure = 0;
  let prose = 0;
  let run = 0;
  let longestRun = 0;
  let own = 0;
  let linkedTitles = 0;
  let teasers = 0;
  let counters = 0;
  let captions = 0;
  let captionWords = 0;
  let entries = 0;
  let sinceTitle = Number.POSITIVE_INFINITY;
  let sinceStamp = Number.POSITIVE_INFINITY;
  let images = 0;
  for (const { block, kept, score } of decisions) {
    if (kept) {
      words += block.words;
      scored += block.words * score;
      if (score >= SURE && isParagraph(block)) sure += block.words;
    }
    if (!isVisible(block)) continue;
    sinceTitle++;
    sinceStamp++;
    if (isLinkedTitle(block)) {
      linkedTitles++;
      run = 0;
      sinceTitle = 0;
      continue;
    }
    if (isCounter(block.text)) counters++;
    if (isStamp(block)) sinceStamp = 0;
    if (block.tag === 'figcaption') {
      captions++;
      captionWords += block.words;
    }
    if (!kept || !isParagraph(block)) continue;
    if (sinceStamp <= ENTRY_REACH) {
      entries++;
      sinceStamp = Number.POSITIVE_INFINITY;
    }
    prose += block.words;
    if (score < LIKELY) continue;
    run += block.words;
    longestRun = Math.max(longestRun, run);
    if (sinceTitle > TEASER_REACH) own += block.words;
    else if (sinceTitle < Number.POSITIVE_INFINITY) {
      teasers++;
      sinceTitle = Number.POSITIVE_INFINITY;
    }
    for (let scope: Block['scope'] | undefined = block.scope; scope !== undefined; scope = scope.parent) {
      if (scope.element.name === 'article' || scope.element.name === 'main') {
        images = Math.max(images, scope.images);
        break;
      }
    }
  }
  return {
    certainty: scored / Math.max(1, words),
    sure,
    prose,
    longestRun,
    own,
    linkedTitles,
    teasers,
    counters,
    captions,
    captionWords,
    entries,
    images,
  };
}

const quoted = (text: string): string => `“${text.length > 120 ? `${text.slice(0, 119)}…` : text}”`;

/** First visible block of at most so many words that says something. */
function find(
  decisions: readonly Decision[],
  maxWords: number,
  says: (line: string) => boolean,
  most = decisions.length,
): Block | undefined {
  let seen = 0;
  for (const { block } of decisions) {
    if (seen >= most) return undefined;
    if (!isVisible(block)) continue;
    seen++;
    if (block.words <= maxWords && says(block.text)) return block;
  }
  return undefined;
}

function nameAbove(decisions: readonly Decision[], pattern: RegExp): string | undefined {
  const seen = new Set<number>();
  for (const { block } of decisions) {
    for (let scope: Block['scope'] | undefined = block.scope; scope !== undefined && !seen.has(scope.id); scope = scope.parent) {
      seen.add(scope.id);
      const { class: names = '', id = '' } = scope.element.attribs;
      const found = scope.element.name === 'html' || scope.element.name === 'body' ? null : pattern.exec(`${names} ${id}`);
      if (found !== null) return found[0].trim();
    }
  }
  return undefined;
}

const declared = (signs: PageSigns, pattern: RegExp): string | undefined => [...signs.types].find((type) => pattern.test(type));

const verdict = (kind: CleanArticle['kind'], rule: string, text: string, keepsBody = true): KindVerdict => ({
  kind,
  note: { stage: 'clean', rule, text },
  keepsBody,
});
const drop = (rule: string, text: string): KindVerdict => verdict('not-article', rule, text, false);

export function judgeHtmlKind(sources: KindSources): KindVerdict {
  const { decisions, words, signs, headline, isLiveBlog } = sources;
  const layout = layOut(decisions);
  const isOwnText = layout.longestRun >= OWN_TEXT;
  return (
    (isOwnText ? undefined : judgeService(sources, layout)) ??
    (words === 0 ? drop('kind-empty', 'No running text was found.') : undefined) ??
    (isOwnText ? undefined : judgeList(sources, layout)) ??
    (isLiveBlog || layout.entries >= 4 ? judgeLive(sources, layout) : undefined) ??
    (isOwnText && signs.isFree !== false ? undefined : judgeCut(sources, layout)) ??
    (isOwnText ? undefined : (judgePictures(sources, layout) ?? judgeNothing(sources, layout))) ??
    (words < BRIEF_WORDS
      ? verdict('brief', 'kind-brief', `${words} words of running text.`)
      : { kind: headline === '' && layout.prose === 0 ? 'stub' : 'article', note: undefined, keepsBody: true })
  );
}

/** Pages of the server, not of the newsroom: errors, robot checks. */
function judgeService({ decisions, words, signs, headline }: KindSources, { own }: Layout): KindVerdict | undefined {
  if (words >= THIN) return undefined;
  const robot = saysRobot(signs.title) ? signs.title : find(decisions, 60, saysRobot)?.text;
  if (robot !== undefined) return drop('kind-robot-check', `The page asks whether the reader is a robot: ${quoted(robot)}`);
  const title = [signs.title, headline].find((line) => titleSays(line, saysError));
  const line = own >= BRIEF_WORDS ? undefined : find(decisions, 16, saysError, 80)?.text;
  const said = title ?? line;
  return said === undefined ? undefined : drop('kind-error-page', `The page says that there is no page: ${quoted(said)}`);
}

/** Search results, sections, tags, authors, front pages: titles of other pages, perhaps with teasers. */
function judgeList({ decisions, words, signs, headline, url }: KindSources, layout: Layout): KindVerdict | undefined {
  const isArticle = declared(signs, ARTICLE_TYPE) !== undefined || signs.ogType === 'article';
  const search =
    declared(signs, /^SearchResultsPage$/u) ??
    [signs.title, headline].find((line) => titleSays(line, saysSearch)) ??
    find(decisions, 14, saysSearch, 120)?.text;
  if (search !== undefined && !isArticle && (layout.linkedTitles >= 3 || words < THIN))
    return drop('kind-search-page', `Results of a search: ${quoted(search)}`);
  if (signs.isSearch && !isArticle && layout.linkedTitles >= 3 && layout.own < 80)
    return drop('kind-search-page', `The address is that of a search, and ${layout.linkedTitles} titles are linked.`);
  const path = url === undefined ? undefined : URL.parse(url)?.pathname;
  const list = declared(signs, LIST_TYPE);
  const named =
    list !== undefined
      ? `declares itself a ${list}`
      : signs.listed >= 5
        ? `declares a list of ${signs.listed} entries`
        : signs.ogType === 'profile'
          ? 'declares itself a profile'
          : path !== undefined && LIST_PATH.test(path)
            ? 'has the address of a list'
            : undefined;
  const isList = named !== undefined && layout.linkedTitles >= 4 && layout.own < 90;
  const looksLikeList = layout.linkedTitles >= 8 && layout.own < 45 && (layout.teasers >= 3 || layout.prose < 20);
  if (isArticle || !(isList || looksLikeList)) return undefined;
  return drop(
    'kind-listing',
    `The page ${named ?? 'has no text of its own'}; ${layout.linkedTitles} titles of other pages are linked on it.`,
  );
}

function judgeLive({ decisions, signs, headline, isLiveBlog }: KindSources, { entries }: Layout): KindVerdict | undefined {
  // a LiveBlogPosting further down may be one that the page only mentions
  if (declared(signs, /^LiveBlogPosting$/u) !== undefined || (isLiveBlog && entries >= 3))
    return verdict('live', 'kind-live', 'The page calls itself a live blog (LiveBlogPosting).');
  const said = [headline, signs.title].find(saysLive) ?? find(decisions, 12, saysLive, 60)?.text ?? nameAbove(decisions, LIVE_NAME);
  return said === undefined ? undefined : verdict('live', 'kind-live', `${entries} time-stamped entries, and ${quoted(said)}`);
}

/** Texts cut short: behind a wall, or only the teaser was delivered. */
function judgeCut({ decisions, words, signs, description }: KindSources, layout: Layout): KindVerdict | undefined {
  if (hasNothing(layout)) return undefined;
  const isCut = signs.wordCount !== undefined && signs.wordCount > words * CUT_FACTOR && signs.wordCount > words + 100;
  const isWhole = signs.wordCount !== undefined && words >= signs.wordCount * 0.8;
  if (signs.isFree === false && !isWhole && (isCut || words < THIN))
    return verdict(
      'stub',
      'kind-paywall',
      `The page says that it is not free to read${isCut ? `, and has ${words} of ${signs.wordCount} words` : `; ${words} words of it are here`}.`,
    );
  if (words >= THIN * 1.5) return undefined;
  const last = decisions.findLast(({ kept }) => kept)?.text ?? '';
  const isBroken = /(?:…|\.\.\.|\[…\]|\[\.\.\.\])$/u.test(last.trim());
  // the name of an element alone is no proof: templates carry their wall on free pages too
  const wall = find(decisions, 60, saysPaywall)?.text ?? (isBroken ? nameAbove(decisions, WALL_NAME) : undefined);
  if (wall !== undefined && (words < THIN || isBroken)) return verdict('stub', 'kind-paywall', `The text ends at a wall: ${quoted(wall)}`);
  const isSummary = description !== undefined && description.length > 40 && words < 80 && sameWords(description, decisions);
  if (declared(signs, ARTICLE_TYPE) !== undefined && (isSummary || (isCut && words < THIN)))
    return verdict(
      'stub',
      'kind-cut',
      isSummary ? 'Only the summary of the article is here.' : `${words} of ${signs.wordCount} words are here.`,
    );
  return undefined;
}

const hasNothing = ({ certainty, sure }: Layout): boolean => certainty < NOTHING && sure < NOTHING_WORDS;

/** At this certainty even the best of nothing is no text. Cross-validated, no development article lies under .14. */
const WORTHLESS = 0.06;

/** Nothing on the page reads like an article. Where the page declares one, its text was not delivered. */
function judgeNothing({ decisions, signs }: KindSources, layout: Layout): KindVerdict | undefined {
  if (!hasNothing(layout)) return undefined;
  const wall = find(decisions, 60, saysPaywall)?.text;
  const isArticle = declared(signs, ARTICLE_TYPE) !== undefined || signs.ogType === 'article';
  const keepsBody = layout.certainty >= WORTHLESS || layout.sure > 0;
  if (wall !== undefined || signs.isFree === false)
    return verdict(
      'stub',
      'kind-paywall',
      wall === undefined ? 'The page says that it is not free to read.' : `Only a wall is here: ${quoted(wall)}`,
      keepsBody,
    );
  return isArticle
    ? verdict('stub', 'kind-no-text', 'The page declares an article, but its text is not here.', keepsBody)
    : verdict('not-article', 'kind-no-text', 'Nothing on the page reads like an article.', keepsBody);
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Nearly every kept word is one of the description. */
function sameWords(description: string, decisions: readonly Decision[]): boolean {
  const known = new Set(wordsOf(description));
  const kept = decisions.filter((decision) => decision.kept).flatMap(({ text }) => wordsOf(text));
  return kept.length > 0 && kept.filter((word) => known.has(word)).length >= kept.length * 0.95;
}

/** Pages whose matter is no text: videos, recordings, picture galleries. Their description stays. */
function judgePictures({ decisions, words, signs, headline, url }: KindSources, layout: Layout): KindVerdict | undefined {
  const gallery = declared(signs, GALLERY_TYPE);
  const path = url === undefined ? '' : (URL.parse(url)?.pathname ?? '');
  const isNamedGallery =
    [headline, signs.title].some(saysGallery) ||
    /\/(?:galler(?:y|ies)|photos?|pictures|fotos?|bilder|diaporama|slideshow)s?(?:[/.-]|$)/iu.test(path);
  const slides = Math.max(layout.counters, layout.captions);
  if (gallery !== undefined || (slides >= 4 && (isNamedGallery || layout.captionWords > words)) || (isNamedGallery && layout.images >= 6))
    return verdict(
      'not-article',
      'kind-gallery',
      gallery === undefined ? `${Math.max(slides, layout.images)} pictures and ${words} words.` : `The page declares itself an ${gallery}.`,
    );
  const player = declared(signs, PLAYER_TYPE);
  const isArticle = declared(signs, ARTICLE_TYPE) !== undefined;
  const named =
    PLAYER_PATH.test(path) || /^(?:video|music)/u.test(signs.ogType) || titleSays(headline, saysVideo) || titleSays(signs.title, saysVideo);
  const isPlayed = signs.players > 0 || find(decisions, 6, isDuration) !== undefined;
  if ((player !== undefined && (!isArticle || named)) || (named && isPlayed) || signs.ogType.startsWith('video'))
    return verdict(
      'not-article',
      'kind-video-page',
      player === undefined ? `A player and ${words} words.` : `The page is a ${player} with ${words} words of text.`,
    );
  return undefined;
}
