/** What sort of page a dump is, with the words that show it. */
import type { NewsRecord, Note } from '../../article.ts';
import type { LineFacts } from './features.ts';

interface Verdict {
  readonly kind: NewsRecord['kind'];
  readonly note: Note | undefined;
}

/** Shorter bodies are briefs: agency flashes and one-paragraph items. Words. */
const BRIEF_WORDS = 60;
/** A body shorter than this next to a paywall line is a stub. Words. */
const STUB_WORDS = 150;

/** "Search results for “kyiv”", "Showing 1-10 of 240 results", not "The search results in a flood of calls." */
const SEARCH =
  /^(?:search results?(?: for\b[^.,]{0,60})?|results? for\b.{1,80}|showing \d+.{0,20}\bof\b.{0,20}results?|\d[\d,.]* results?(?: found| for\b.{1,80})?|nothing found|no results found for\b.{1,60})[.:]?$/iu;
const ERROR =
  /^(?:(?:error )?(?:404|403|410|500|502|503)(?:\s*[-–—:|]?\s*(?:error|page|not|forbidden|bad|service|internal|gone|found|unavailable|server|gateway)\b.{0,60})?|(?:page|article|story) (?:not found|no longer available|unavailable)|access denied|forbidden|(?:oops|sorry|whoops)[,!.…]* .{0,80}(?:page|found|wrong).{0,60}|this page (?:does not|doesn[’']t) exist.{0,60})[.!]?$/iu;
const ROBOT =
  /\b(?:enable javascript and cookies|are you a robot|verify(?:ing)? (?:that )?you are (?:a )?human|checking your browser before|unusual traffic from your|complete the captcha|please enable js)\b/iu;
const PAYWALL =
  /\b(?:subscribe (?:now )?to (?:continue|read|keep reading|unlock)|to (?:continue|keep) reading|already a subscriber|for subscribers only|subscribers only|this (?:article|content|story) is (?:for|reserved for|available to|exclusive to) .{0,30}(?:subscribers|members)|start your (?:free )?trial|log in to (?:continue|read)|register to (?:continue|read)|unlock this article|réservé aux abonnés|solo para suscriptores|exclusivo para suscriptores|weiterlesen mit|riservato agli abbonati|exclusivo para assinantes)\b/iu;
const LIVE =
  /\b(?:live (?:updates?|blog|coverage|ticker)|as it happened|liveblog|live-ticker|liveticker|minute by minute|en direct|en vivo|ao vivo|in diretta)\b/iu;
const CLOCK =
  /^(?:\p{L}{3,9}\.? \d{1,2},? )?(?:\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?|\d+ (?:min(?:ute)?s?|hours?|hrs?) ago)\b.{0,20}$/iu;

const say = (kind: NewsRecord['kind'], rule: string, text: string): Verdict => ({
  kind,
  note: { stage: 'clean', rule, text: text.slice(0, 200) },
});

export function judgeKind(page: readonly LineFacts[], kept: readonly boolean[], headline: string, words: number): Verdict {
  if (page.length === 0) {
    return say('not-article', 'kind-empty', 'the input holds no text');
  }
  // A story that reports such words is no such page; a page that holds nothing else is.
  const isStory = (i: number): boolean => kept[i] === true && words >= BRIEF_WORDS;
  const prose = page.filter((facts, i) => kept[i] && facts.sentence && facts.words >= 12).length;
  const robot = page.find((facts) => facts.words <= 60 && ROBOT.test(facts.line.text));
  if (robot !== undefined && words < STUB_WORDS) {
    return say('not-article', 'kind-robot-check', robot.line.text);
  }
  const error = page.slice(0, 60).find((facts, i) => !isStory(i) && facts.words <= 16 && ERROR.test(facts.line.text));
  if (error !== undefined && words < STUB_WORDS) {
    return say('not-article', 'kind-error-page', error.line.text);
  }
  const search = page.slice(0, 80).find((facts, i) => !isStory(i) && facts.words <= 14 && SEARCH.test(facts.line.text));
  if (search !== undefined && (page.length > 12 || words < STUB_WORDS)) {
    return say('not-article', 'kind-search-page', search.line.text);
  }
  const paywall = page.find((facts) => facts.words <= 60 && PAYWALL.test(facts.line.text));
  if (paywall !== undefined && words < STUB_WORDS) {
    return say('stub', 'kind-paywall', paywall.line.text);
  }
  const clocks = page.filter(
    (facts, i) =>
      i > 0 && CLOCK.test(facts.line.text) && kept.slice(Math.max(0, i - 6), i).some(Boolean) && kept.slice(i, i + 6).some(Boolean),
  ).length;
  if (clocks >= 4 && (LIVE.test(headline) || page.slice(0, 40).some((facts) => facts.words <= 12 && LIVE.test(facts.line.text)))) {
    return say('live', 'kind-live', `${clocks} time-stamped entries`);
  }
  if (prose === 0) {
    return words < BRIEF_WORDS / 3
      ? say('not-article', 'kind-no-prose', `no line reads like a paragraph; ${words} words kept`)
      : say('stub', 'kind-no-paragraph', `no full paragraph among ${words} words`);
  }
  return words < BRIEF_WORDS ? say('brief', 'kind-brief', `${words} words`) : { kind: 'article', note: undefined };
}
