/**
 * What a line must hold, in lower case, before the inner patterns of a family are worth trying: each of their alternatives holds one of these. Plain substring
 * search is some fifty times faster than the patterns, which look at every place of a line. A family that is not listed is always tried.
 */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  newsletter: [
    'newsletter',
    'inbox',
    'mailing list',
    'email list',
    'e-mail updates',
    'email alerts',
    'daily digest',
    'daily briefing',
    'spam',
    'unsubscribe',
    'for free',
    'by email',
    'boletín',
    'bulletin',
    'nieuwsbrief',
    'nyhedsbrev',
    'nyhetsbrev',
    'abonnez-vous',
    'inscrivez-vous',
    'suscríb',
    'iscriviti',
    'assine',
    'inscreva-se',
    'melden sie',
    'abonnieren sie',
    'подпишитесь',
    'підпишіться',
    'zapisz si',
  ],
  donation: [
    'journalism',
    'newsroom',
    'independent',
    'reporting',
    'our work',
    'our mission',
    'news coverage',
    'free press',
    'patreon',
    'readers like you',
    'a coffee',
  ],
  app: ['app store', 'google play', 'android', 'ios', 'iphone'],
  comments: ['mail address', 'required fields', 'our comm', 'comment'],
  account: ['account', 'member', 'subscriber'],
  copyright: ['©', '(c)', 'copyright', 'all rights', 'droits', 'derechos', 'vorbehalten', 'diritti', 'direitos', 'права', 'wszelkie'],
  'photo-credit': [
    '(',
    '/',
    '|',
    '@',
    'credit',
    'getty',
    'shutterstock',
    'istock',
    'press photo',
    'ap photo',
    'unsplash',
    'pexels',
    'pixabay',
    'wikimedia',
  ],
  legal: [
    'cookies',
    'by using',
    'by continuing',
    'by clicking',
    'by browsing',
    'by submitting',
    'by signing',
    'by subscribing',
    'by providing',
    'by entering',
    'recaptcha',
    'purposes only',
    'commercial use',
    'no position',
    'privacy policy',
  ],
  affiliate: ['commission', 'compensation', 'affiliate', 'amazon associate'],
  'social-post': ['pic.twitter.com', 't.co'],
  promotion: [
    'dear ',
    'help us',
    'your support',
    'your generosity',
    'we need your',
    'we rely on your',
    'we depend on your',
    'access to',
    'of charge',
    'leading',
    'largest',
    'trusted',
    'award',
    'independent',
    'nonprofit',
    'non-p',
    'global',
    'fastest',
    'premier',
    'world’s',
    "world's",
  ],
  'author-note': [
    'reporter',
    'correspondent',
    'journalist',
    'writer',
    'editor',
    'columnist',
    'contributor',
    'producer',
    'blogger',
    'freelancer',
    'appeared',
    'been published',
    'been featured',
  ],
  credit: ['contributed to this', 'reported from'],
};

/** Common letters first: the three letters of a word that are looked for are its rarest. */
const BY_FREQUENCY = ' etaoinsrhldcumfpgwybvkjxqz';
const rarity = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum + (BY_FREQUENCY.includes(letter) ? BY_FREQUENCY.indexOf(letter) : 29), 0);
const TABLE_BITS = 12;
const slot = (window: number): number => Math.imul(window, 0x9e3779b1) >>> (32 - TABLE_BITS);

const RULES = Object.keys(NEEDS);
/** One bit a family, at the slot of three letters that one of its words holds; words of one sign stand under that sign. */
const WINDOWS = new Uint32Array(1 << TABLE_BITS);
const SIGNS = new Map<number, number>();
for (const [bit, rule] of RULES.entries()) {
  for (const word of NEEDS[rule] ?? []) {
    if (word.length < 3) SIGNS.set(word.charCodeAt(0), (SIGNS.get(word.charCodeAt(0)) ?? 0) | (1 << bit));
    else {
      const windows = Array.from({ length: word.length - 2 }, (_, at) => word.slice(at, at + 3));
      const rarest = windows.reduce((a, b) => (rarity(b) > rarity(a) ? b : a));
      const code = Array.from(rarest).reduce((sum, letter) => ((sum << 8) | (letter.charCodeAt(0) & 255)) & 0xffffff, 0);
      WINDOWS[slot(code)]! |= 1 << bit;
    }
  }
}
const BIT_OF = new Map(RULES.map((rule, bit) => [rule, 1 << bit]));

/** The families whose inner patterns may match a text in lower case: a bit each, more rather than less. One pass over the text. */
export function mayHold(lower: string): number {
  let window = 0;
  let families = 0;
  for (let at = 0; at < lower.length; at++) {
    const code = lower.charCodeAt(at);
    window = ((window << 8) | (code & 255)) & 0xffffff;
    families |= WINDOWS[slot(window)]!;
    if (code < 65 || code === 124 || code === 169) families |= SIGNS.get(code) ?? 0;
  }
  return families;
}

/** Whether the inner patterns of a family are worth trying on a text in lower case, given what it may hold. */
export function isWorthTrying(rule: string, lower: string, families: number): boolean {
  const bit = BIT_OF.get(rule);
  return bit === undefined || ((families & bit) !== 0 && (NEEDS[rule] ?? []).some((word) => lower.includes(word)));
}
