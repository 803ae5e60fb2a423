/**
 * What kind of page an HTML page is, with the evidence. Signs that hold in any language come first (types the page declares, how much of its text is links, whether
 * there is a stretch of prose of its own); words second. A page with a stretch of prose of its own is never taken for a page without an article.
 */
import type { Block } from '../page-model.ts';
import type { Decision } from '../decision.ts';
import { isVisible, layOut, type Layout } from './layout.ts';
import type { PageSigns } from './signs.ts';
import { topicShare } from './topic.ts';
import { BRIEF_WORDS, OWN_TEXT_WORDS, say, THIN_WORDS, type KindVerdict } from './verdict.ts';
import { isDuration, saysError, saysGallery, saysLive, saysPaywall, saysRobot, saysSearch, saysVideo, titleSays } from './wording.ts';
import { parseUrl } from '../../text/url.ts';

export interface KindSources {
  readonly decisions: readonly Decision[];
  /** Words of the body. */
  readonly words: number;
  readonly headline: string;
  /** Index of the block that shows it. */
  readonly headlineBlock: number | undefined;
  readonly description: string | undefined;
  readonly url: string | undefined;
  readonly signs: PageSigns;
  /** JSON-LD of the page names a LiveBlogPosting. */
  readonly isLiveBlog: boolean;
}

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

/**
 * Below these a page has no text that reads like an article: what was kept is the best of nothing. The development articles lie at .65 and more; with their text
 * taken out, half of the same pages lie under .1.
 */
const NOTHING = 0.35;
const NOTHING_WORDS = 30;

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

const drop = (rule: string, text: string): KindVerdict => say('not-article', rule, text, false);

export function judgeHtmlKind(sources: KindSources): KindVerdict {
  const { decisions, words, signs, headline, isLiveBlog } = sources;
  const layout = layOut(decisions, sources.headlineBlock);
  const isOwnText = layout.longestRun >= OWN_TEXT_WORDS;
  return (
    (isOwnText ? undefined : judgeService(sources, layout)) ??
    (words === 0 ? drop('kind-empty', 'No running text was found.') : undefined) ??
    (isOwnText ? undefined : judgeList(sources, layout)) ??
    (isLiveBlog || layout.entries >= 4 ? judgeLive(sources, layout) : undefined) ??
    (isOwnText && signs.isFree !== false ? undefined : judgeCut(sources, layout)) ??
    (isOwnText ? undefined : (judgePictures(sources, layout) ?? judgeNothing(sources, layout))) ??
    judgeOffTopic(sources, layout) ??
    (words < BRIEF_WORDS
      ? say('brief', 'kind-brief', `${words} words of running text.`)
      : { kind: headline === '' && layout.prose === 0 ? 'stub' : 'article', note: undefined, keepsBody: true })
  );
}

/** Pages of the server, not of the newsroom: errors, robot checks. */
function judgeService({ decisions, words, signs, headline }: KindSources, { own }: Layout): KindVerdict | undefined {
  if (words >= THIN_WORDS) return undefined;
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
  if (search !== undefined && !isArticle && (layout.linkedTitles >= 3 || words < THIN_WORDS))
    return drop('kind-search-page', `Results of a search: ${quoted(search)}`);
  if (signs.isSearch && !isArticle && layout.linkedTitles >= 3 && layout.own < 80)
    return drop('kind-search-page', `The address is that of a search, and ${layout.linkedTitles} titles are linked.`);
  const path = url === undefined ? undefined : parseUrl(url)?.pathname;
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
    return say('live', 'kind-live', 'The page calls itself a live blog (LiveBlogPosting).');
  const said = [headline, signs.title].find(saysLive) ?? find(decisions, 12, saysLive, 60)?.text ?? nameAbove(decisions, LIVE_NAME);
  return said === undefined ? undefined : say('live', 'kind-live', `${entries} time-stamped entries, and ${quoted(said)}`);
}

/** Texts cut short: behind a wall, or only the teaser was delivered. */
function judgeCut({ decisions, words, signs, description }: KindSources, layout: Layout): KindVerdict | undefined {
  if (hasNothing(layout)) return undefined;
  const isCut = signs.wordCount !== undefined && signs.wordCount > words * CUT_FACTOR && signs.wordCount > words + 100;
  const isWhole = signs.wordCount !== undefined && words >= signs.wordCount * 0.8;
  if (signs.isFree === false && !isWhole && (isCut || words < THIN_WORDS))
    return say(
      'stub',
      'kind-paywall',
      `The page says that it is not free to read${isCut ? `, and has ${words} of ${signs.wordCount} words` : `; ${words} words of it are here`}.`,
    );
  if (words >= THIN_WORDS * 1.5) return undefined;
  const last = decisions.findLast(({ kept }) => kept)?.text ?? '';
  const isBroken = /(?:…|\.\.\.|\[…\]|\[\.\.\.\])$/u.test(last.trim());
  // the name of an element alone is no proof: templates carry their wall on free pages too
  const wall = find(decisions, 60, saysPaywall)?.text ?? (isBroken ? nameAbove(decisions, WALL_NAME) : undefined);
  if (wall !== undefined && (words < THIN_WORDS || isBroken))
    return say('stub', 'kind-paywall', `The text ends at a wall: ${quoted(wall)}`);
  const isSummary = description !== undefined && description.length > 40 && words < 80 && sameWords(description, decisions);
  if (declared(signs, ARTICLE_TYPE) !== undefined && (isSummary || (isCut && words < THIN_WORDS)))
    return say(
      'stub',
      'kind-cut',
      isSummary ? 'Only the summary of the article is here.' : `${words} of ${signs.wordCount} words are here.`,
    );
  return undefined;
}

const hasNothing = ({ certainty, sure }: Layout): boolean => certainty < NOTHING && sure < NOTHING_WORDS;

/** At this certainty even the best of nothing is no text. Cross-validated, no development article lies under .14. */
const WORTHLESS = 0.06;

/** Nothing on the page reads like an article. */
function judgeNothing(sources: KindSources, layout: Layout): KindVerdict | undefined {
  if (!hasNothing(layout)) return undefined;
  return withoutText(sources, 'nothing on the page reads like an article', layout.certainty >= WORTHLESS || layout.sure > 0);
}

/**
 * What reads like text is not about what headline and description announce: author notes, legal notices, comments, other stories. Each pair is a share of
 * their words that is found, and what else must be so. Of the 291 development pages, cross-validated, none passes a pair;
 * the nearest has .25 and 231 sure words, and of those below a certainty of .85 none has less than .57.
 */
const OFF_TOPIC = 0.2;
const OFF_TOPIC_WORDS = 250;
const DOUBTED_TOPIC = 0.4;
const DOUBTED = 0.85;
const HALF_TOPIC = 0.55;
const HALF_DOUBTED = 0.7;
/** Hardly any text, hardly sure, and not all of the headline in it. */
const SCRAP_TOPIC = 0.8;
const SCRAP_CERTAINTY = 0.6;
const SCRAP_WORDS = 60;
/**
 * As certain as this, and with no article declared that may be missing, the text stays what it is: interviews and essays have headlines in words of their own. Costs one
 * of the 291 development pages with their article cut out (53 to 54 pass).
 */
const CERTAIN = 0.95;
/** Off its topic and less certain than this, the text is not worth keeping. */
const WORTH_KEEPING = 0.5;

function judgeOffTopic(sources: KindSources, { certainty, sure, isMakeshift, startsBelow }: Layout): KindVerdict | undefined {
  const keepsBody = certainty >= WORTH_KEEPING;
  if (isMakeshift) return withoutText(sources, 'nothing on the page is likely to be the text of an article', keepsBody);
  const { decisions, headline, description } = sources;
  const kept = decisions.filter((decision) => decision.kept).map(({ text }) => text);
  const topic = startsBelow ? undefined : topicShare([headline, description], kept.join('\n'));
  if (topic === undefined) return undefined;
  const isDeclared =
    declared(sources.signs, ARTICLE_TYPE) !== undefined || sources.signs.ogType === 'article' || sources.signs.isFree === false;
  if (certainty >= CERTAIN && !isDeclared) return undefined;
  const isOff =
    (topic < OFF_TOPIC && sure < OFF_TOPIC_WORDS) ||
    (topic < DOUBTED_TOPIC && certainty < DOUBTED) ||
    (topic < HALF_TOPIC && certainty < HALF_DOUBTED) ||
    (topic < SCRAP_TOPIC && certainty < SCRAP_CERTAINTY && sure < SCRAP_WORDS);
  const share = `${Math.round(topic * 100)} % of the words of headline or description are in what reads like text`;
  return isOff ? withoutText(sources, share, keepsBody) : undefined;
}

/** No text of an article. Where the page declares one, its text was not delivered. */
function withoutText({ decisions, signs }: KindSources, why: string, keepsBody: boolean): KindVerdict {
  const wall = find(decisions, 60, saysPaywall)?.text;
  if (wall !== undefined || signs.isFree === false)
    return say(
      'stub',
      'kind-paywall',
      `${wall === undefined ? 'The page says that it is not free to read' : `Only a wall is here: ${quoted(wall)}`}; ${why}.`,
      keepsBody,
    );
  const isArticle = declared(signs, ARTICLE_TYPE) !== undefined || signs.ogType === 'article';
  return isArticle
    ? say('stub', 'kind-no-text', `The page declares an article, but its text is not here: ${why}.`, keepsBody)
    : say('not-article', 'kind-no-text', `No text of an article is here: ${why}.`, keepsBody);
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
  const path = url === undefined ? '' : (parseUrl(url)?.pathname ?? '');
  const isNamedGallery =
    [headline, signs.title].some(saysGallery) ||
    /\/(?:galler(?:y|ies)|photos?|pictures|fotos?|bilder|diaporama|slideshow)s?(?:[/.-]|$)/iu.test(path);
  const slides = Math.max(layout.counters, layout.captions);
  if (gallery !== undefined || (slides >= 4 && (isNamedGallery || layout.captionWords > words)) || (isNamedGallery && layout.images >= 6))
    return say(
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
    return say(
      'not-article',
      'kind-video-page',
      player === undefined ? `A player and ${words} words.` : `The page is a ${player} with ${words} words of text.`,
    );
  return undefined;
}
