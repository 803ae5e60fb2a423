/** Where the words were said: a platform, a statement, an interview, a briefing. Read from the attributing sentence, quoted words left out. */
import type { Sentence, Token } from './tokens.ts';

const PLATFORM =
  /\b(?:on|via|to|in a post on|in a (?:message|video|statement) on)\s+(?:(?:his|her|its|their|the|social media)\s+){0,2}(?:platform\s+|site\s+|app\s+)?(X|Twitter|Facebook|Truth Social|Telegram|Instagram|TikTok|YouTube|Bluesky|Threads|WhatsApp|Weibo|LinkedIn|Reddit|Snapchat|VK|Mastodon|Substack|Medium|Gab|Parler|Signal|WeChat)\b/;
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:tweeted|tweets|tweeting|retweeted|in an? (?:\w+ )?tweet)\b/, 'Twitter'],
  [
    /\b[Ii]n an? (?:[\w-]+ ){0,2}(?:interview|conversation)\b|\b[Dd]uring an? (?:[\w-]+ ){0,2}interview\b|\btold [A-Z][\w.]*(?:'s| News| Post| Times|\b)/,
    'interview',
  ],
  [
    /\b(?:news|press) (?:conference|briefing|gathering)\b|\bat an? (?:[\w-]+ ){0,2}briefing\b|\btold (?:reporters|journalists)\b/,
    'press briefing',
  ],
  [
    /\b[Ii]n an? (?:[\w-]+ ){0,3}statement\b|\b(?:issued|released|put out) an? (?:[\w-]+ ){0,2}statement\b|\bsaid in statement\b/,
    'statement',
  ],
  [/\b(?:on|via) social media\b|\b[Ii]n an? (?:[\w-]+ ){0,2}post\b/, 'social media'],
  [/\b[Ii]n an? (?:[\w-]+ ){0,3}(?:e-?mail|message)\b|\b(?:by|via) (?:e-?mail|text)\b|\be-?mailed\b/, 'email'],
  [/\b[Ii]n an? (?:[\w-]+ ){0,3}letter\b/, 'letter'],
  [/\b[Ii]n (?:an?|his|her|their) (?:[\w-]+ ){0,3}(?:op-ed|column|essay|article|editorial|blog post|memoir|book)\b/, 'article'],
  [
    /\b(?:[Ii]n|[Dd]uring) (?:an?|his|her|their|the) (?:[\w-]+ ){0,3}(?:speech|address|remarks|testimony|debate|hearing)\b|\bat an? (?:[\w-]+ ){0,3}(?:rally|town hall|event|hearing|debate|forum)\b/,
    'speech',
  ],
  [/\b(?:by|over the|on the) (?:tele)?phone\b|\bin a (?:phone|telephone) call\b/, 'telephone'],
];

/** What every pattern above needs one of; most attributions have none. */
const ANY_MEDIUM =
  /tweet|interview|conversation|told|conference|briefing|gathering|statement|social media|post|mail|message|text|letter|op-ed|column|essay|article|editorial|memoir|book|speech|address|remarks|testimony|debate|hearing|rally|town hall|event|forum|phone|\b(?:X|Twitter|Truth Social|Telegram|Instagram|TikTok|YouTube|Bluesky|Threads|WhatsApp|Weibo|LinkedIn|Reddit|Snapchat|VK|Mastodon|Substack|Medium|Gab|Parler|Signal|WeChat)\b|Facebook/;

export function mediumOf(tokens: readonly Token[], sentence: Sentence, cue: number): string | undefined {
  const words: string[] = [];
  for (let k = Math.max(sentence.from, cue - 25); k < Math.min(sentence.to, cue + 30); k++) {
    const token = tokens[k]!;
    if (token.kind === 'quote') words.push('“”');
    else if (token.kind === 'possessive' && words.length > 0) words[words.length - 1] += "'s";
    else words.push(token.text);
  }
  const outer = words.join(' ');
  if (!ANY_MEDIUM.test(outer)) return undefined;
  const platform = PLATFORM.exec(outer);
  if (platform !== null) return platform[1];
  return FORMS.find(([pattern]) => pattern.test(outer))?.[1];
}
