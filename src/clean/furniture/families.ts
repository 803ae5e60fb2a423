/**
 * Families of page furniture: wording that sites share. A family is a rule of the record (`removed[].rule`), with the reason an operator reads; never the wording
 * of one site. What stands here holds in every language; the words of each language are its part `furniture` (src/languages/<code>/furniture.ts).
 */

export interface FurnitureFamily {
  readonly rule: string;
  readonly reason: string;
  /** A longer line is prose that happens to use these words. */
  readonly maxWords: number;
  /** Certain enough to remove the line even amid the story; the others are evidence for the classifier. */
  readonly anywhere: boolean;
  /** A capital letter matters: the `i` flag would let `\p{Lu}` match any letter. */
  readonly exactCase?: true;
  /** Alternatives without words of a language, as in FurniturePhrases. */
  readonly whole?: readonly string[];
  readonly opening?: readonly string[];
  readonly start?: readonly string[];
  readonly inner?: readonly string[];
  /** Sentences of stories in the same words, which must survive. */
  readonly stays: readonly string[];
}

/** Names that are the same in every language: `<networks>` in any pattern. */
export const NETWORKS = String.raw`facebook|twitter|instagram|whats\s?app|telegram|linked\s?in|youtube|tik\s?tok|pinterest|reddit|threads|bluesky|flipboard|tumblr|snapchat|rss|mastodon|viber|google news|x(?: \(?formerly twitter\)?)?|spotify|vk|line|messenger|discord|truth social|koo`;

/** In order of precedence: a line belongs to the first family that it matches. */
const FAMILIES = [
  {
    rule: 'advertisement',
    reason: 'marks the place of an advertisement',
    maxWords: 9,
    anywhere: true,
    stays: ['The advertisement, which ran in March, drew 41 complaints.', 'Advertising on buses brings the town 90,000 euros a year.'],
  },
  {
    rule: 'read-more',
    reason: 'points to another story',
    maxWords: 40,
    anywhere: true,
    opening: [String.raw`<also>\s*[:–—|»>→-]?\s*\S`],
    stays: [
      'Read the letter in full before you sign it, he told the council.',
      'Related costs were left out of the report, the auditor said.',
    ],
  },
  {
    rule: 'watch',
    reason: 'introduces a video or audio player',
    maxWords: 8,
    anywhere: true,
    stays: ['Watch what they do, not what they say, she told reporters.', 'Video of the launch was shown to the court.'],
  },
  {
    rule: 'newsletter',
    reason: 'asks readers to sign up for a newsletter or alerts',
    maxWords: 70,
    anywhere: true,
    inner: [String.raw`\b<letter>\b.{0,40}\b<subscribe>\b`],
    stays: [
      'The parish newsletter, read by 400 people, did not mention the boats.',
      'Residents were told to subscribe to the fund by Friday.',
    ],
  },
  {
    rule: 'donation',
    reason: 'asks readers for money',
    maxWords: 90,
    anywhere: true,
    stays: ['The donation was returned the next day, the party said.', 'They support our boys, said the father of one of the sailors.'],
  },
  {
    rule: 'share',
    reason: 'share button',
    maxWords: 7,
    anywhere: true,
    whole: ['<networks>', String.raw`(?:<networks>[\s,|/·•]+){1,9}<networks>`],
    stays: ['Share prices fell by four per cent after the vote.', 'Email them, she said, and you will hear nothing for a month.'],
  },
  {
    rule: 'follow-us',
    reason: 'asks readers to follow the outlet',
    maxWords: 60,
    anywhere: true,
    stays: ['Follow the money, he said, and you will find the harbour board.', 'Join the queue by six, passengers were told.'],
  },
  {
    rule: 'app',
    reason: 'advertises an app',
    maxWords: 50,
    anywhere: true,
    stays: ['Passengers book through an app that the town bought in 2021.', 'Try as they might, the engineers could not start it.'],
  },
  {
    rule: 'poll',
    reason: 'reader poll or quiz box',
    maxWords: 40,
    anywhere: true,
    stays: ['A poll in May put the mayor nine points behind.', 'Polls close at eight, and a result is expected before midnight.'],
  },
  {
    rule: 'comments',
    reason: 'comment section',
    maxWords: 30,
    anywhere: true,
    stays: ['Comments made in private were leaked within the hour.', 'Have your say now or never, he told the meeting, and nobody spoke.'],
  },
  {
    rule: 'follower-count',
    reason: 'follower counter of a social widget',
    maxWords: 6,
    anywhere: true,
    start: [String.raw`[\d.,]+ ?[km]? ?<followers>(?: ?<follow>)?$`],
    stays: ['Followers of the club filled the square on Sunday.'],
  },
  {
    rule: 'account',
    reason: 'sign-in or membership prompt',
    maxWords: 25,
    anywhere: true,
    stays: ['Register offices will stay shut until Tuesday.', 'To join the crew you must be able to swim, the captain said.'],
  },
  {
    rule: 'syndication',
    reason: 'says where the story was first published',
    maxWords: 45,
    anywhere: true,
    start: [String.raw`<source>\s*(?::\s*\S.{0,80})?$`],
    stays: ['The post was abolished in 2014 and nobody missed it.', 'Via Roma was closed to traffic from noon.'],
  },
  {
    rule: 'copyright',
    reason: 'copyright notice',
    maxWords: 60,
    anywhere: true,
    start: [String.raw`(?:©|\(c\) ?\d)`, '.{0,60}©'],
    inner: [String.raw`(?:©|\(c\)) ?\d{4}`],
    stays: ['The copyright in the songs belongs to the town, the court held.'],
  },
  {
    rule: 'photo-credit',
    reason: 'credit of a picture',
    maxWords: 36,
    anywhere: true,
    start: [String.raw`[\s([]*<picture>\s*[:/©]\s*\S`],
    inner: [
      String.raw`[/|]\s?(?:getty(?: images)?|afp|reuters|ap|epa|shutterstock|i?stock|alamy|unsplash|zuma|imago|dpa|anp|belga|scanpix|picture alliance|newscom|upi|wire)\b.{0,30}$`,
      String.raw`\b(?:getty images|shutterstock|istock(?:photo)?|associated press photo|ap photo|reuters/\p{L}+|unsplash|pexels|pixabay|wikimedia commons)\b.{0,30}$`,
    ],
    stays: ['Photographs of the wreck were shown to the families.', 'The image of the ferry on fire went round the world.'],
  },
  {
    rule: 'related-heading',
    reason: 'heading of a list of other stories',
    maxWords: 9,
    anywhere: true,
    stays: ['Related businesses in the port employ 300 people.', 'Most of those who read the letter threw it away.'],
  },
  {
    rule: 'navigation',
    reason: 'menu or page control',
    maxWords: 8,
    anywhere: true,
    whole: [String.raw`\d+ ?/ ?\d+`, 'a[+-]'],
    stays: ['Back to work on Monday, the crews were told.', 'Home is where the boat is, he said.'],
  },
  {
    rule: 'legal',
    reason: 'cookie, privacy or terms notice',
    maxWords: 60,
    anywhere: true,
    stays: [
      'Terms were agreed on Tuesday after nine hours of talks.',
      'Ethics policy at the council has not changed since 1998, she said.',
    ],
  },
  {
    rule: 'affiliate',
    reason: 'affiliate or advertising disclosure',
    maxWords: 60,
    anywhere: true,
    stays: ['The commission may earn the trust of the islands yet.', 'An affiliate of the yard made the offer in June.'],
  },
  {
    rule: 'standards',
    reason: 'names the outlet’s own editorial standards or asks for corrections',
    maxWords: 40,
    anywhere: true,
    stays: [
      'Our standards are higher than that, said the head of the yard.',
      'Report after report has said the same, she told the council.',
    ],
  },
  {
    rule: 'reading-time',
    reason: 'reading time',
    maxWords: 6,
    anywhere: true,
    start: [String.raw`(?:<label>\s*[:|-]?\s*)?[<~]?\d+(?:[-–]\d+)?\s*<minutes> <reading>$`],
    stays: ['Five minutes read like an hour in the log of the ship.', '40 minutes passed before the first boat came.'],
  },
  {
    rule: 'tags',
    reason: 'topic tags',
    maxWords: 30,
    anywhere: true,
    start: [String.raw`<label>\s*[:|]\s*\S`, String.raw`(?:#\p{L}[\p{L}\p{N}_]*[\s,]*)+$`],
    stays: ['Topics ranged from fares to fog.', 'Labels on the life jackets had faded, the report says.'],
  },
  {
    rule: 'link-label',
    reason: 'text of a link or button',
    maxWords: 9,
    anywhere: true,
    stays: ['Buy now and you will regret it later, dealers say.', 'Submit to nobody, his father had told him.'],
  },
  {
    rule: 'comment-entry',
    reason: 'head or button of a reader comment',
    maxWords: 25,
    anywhere: false,
    start: [String.raw`.{2,60}\b<said>\b[^"“]{0,20}\d[^"“]{0,20}:$`, String.raw`\d{1,2} \p{L}{3,9} \d{4} <at> \d{1,2}:\d{2}$`],
    stays: ['Replies to the letter filled two boxes in the town hall.'],
  },
  {
    rule: 'social-post',
    reason: 'signature or address of an embedded social post',
    maxWords: 30,
    anywhere: false,
    start: [String.raw`[—–-]+ ?.{1,60}\(@\w{1,30}\)`, String.raw`@\w{2,30}$`],
    inner: [String.raw`\b(?:pic\.twitter\.com|t\.co)/\w+`],
    stays: ['The post that she shared was gone by noon.'],
  },
  {
    rule: 'promotion',
    reason: 'promotes the outlet or its services',
    maxWords: 70,
    anywhere: false,
    stays: ['The offer was open to members of the union only.'],
  },
  {
    rule: 'author-note',
    reason: 'note about the author',
    maxWords: 80,
    anywhere: false,
    exactCase: true,
    stays: ['The writer of the letter was never found.'],
  },
  {
    rule: 'byline',
    reason: 'line naming the author',
    maxWords: 18,
    anywhere: false,
    exactCase: true,
    start: [String.raw`(?:<made> )?<by>\s+@?\p{Lu}`, String.raw`(?:Associated Press|Reuters|AFP|AP)\b.{0,40}$`],
    stays: ['By noon the harbour was closed to all boats.'],
  },
  {
    rule: 'timestamp',
    reason: 'date or time of publication',
    maxWords: 16,
    anywhere: false,
    start: [
      String.raw`(?:<label>\b[^.]{0,20})?\s*(?:<weekday>[,.]?\s+)?(?:\d{1,2}<ordinal>?[\s./-]+)?(?:(?:<monthOf> )?<month>\p{L}{0,8}\.?[\s,/-]+\d{1,2}<ordinal>?,?\s+\d{4}|(?:<monthOf> )?<month>\p{L}{0,8}\.?[\s,]+\d{4}|\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})`,
      String.raw`\d{1,2}:\d{2}\s*(?:[ap]\.?m\.?)?(?: [a-z]{2,4})?\b.{0,30}$`,
    ],
    stays: ['On Monday the crews went back to work.'],
  },
  {
    rule: 'credit',
    reason: 'says who else worked on the story',
    maxWords: 60,
    anywhere: false,
    exactCase: true,
    stays: ['With the boats gone, the harbour fell silent.'],
  },
] as const satisfies readonly FurnitureFamily[];

export type FurnitureRule = (typeof FAMILIES)[number]['rule'];
export type Furniture = FurnitureFamily & { readonly rule: FurnitureRule };
export const FURNITURE: readonly Furniture[] = FAMILIES;
