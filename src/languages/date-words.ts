/**
 * Words of dates and of the stamps on articles. A field of type `Pattern` is a piece of a regular expression (flags `iu`) without capturing groups:
 * alternatives separated by `|`, such as "hours?|hrs?|h". Stages put the pieces of all languages into one expression, so no alternative may depend on order.
 */
export type Pattern = string;

export interface DateWords {
  /**
   * January to December, as CLDR 48 has them (Intl.DateTimeFormat of Node 24), and a few common spellings: standalone, inflected in a date, abbreviated.
   * Lower case, the full name first, without a closing full stop.
   */
  readonly months: readonly (readonly string[])[];
  /** Monday to Sunday, in the same form. */
  readonly weekdays: readonly (readonly string[])[];
  /** chrono-node does not know the language: its full dates are found by these names ("29 decembro 2025"). */
  readonly isReadByTable?: true | undefined;
  readonly relative?: RelativeWords | undefined;
  readonly labels?: StampLabels | undefined;
}

/** "3 hours ago": a number or the word for one, a unit, and a word in front ("vor") or behind ("ago"), of which a phrase has one at least. */
export interface CountedPast {
  readonly before?: Pattern | undefined;
  /** The word behind is enough: "för 2 dagar sedan", "2 dagar sedan". */
  readonly isBeforeOptional?: true | undefined;
  readonly after?: Pattern | undefined;
  /** One, as a word. */
  readonly one?: Pattern | undefined;
  readonly minute: Pattern;
  readonly hour: Pattern;
  readonly day: Pattern;
  readonly week: Pattern;
  /** The script sets no space between words: the next word may follow at once. */
  readonly isUnspaced?: true | undefined;
}

export interface RelativeWords {
  readonly past?: readonly CountedPast[] | undefined;
  /** "about" before a number; it changes nothing, for such phrases are read to the day. */
  readonly about?: Pattern | undefined;
  readonly justNow?: Pattern | undefined;
  readonly yesterday?: Pattern | undefined;
  /** The word for yesterday means something else in another language ("hier" is German for here): without a clock it needs a label. */
  readonly isYesterdayUnsure?: true | undefined;
  readonly today?: Pattern | undefined;
  /** Between the day and the clock: "yesterday at 10:15". */
  readonly at?: Pattern | undefined;
  /** Behind the clock: "10.15 Uhr". */
  readonly oClock?: Pattern | undefined;
}

/** What a stamp says of itself. */
export interface StampLabels {
  readonly published?: Pattern | undefined;
  readonly modified?: Pattern | undefined;
  /**
   * Labels in front of relative stamps alone ("Julkaistu 3 tuntia sitten"), not yet of full dates and behind names: there they have not been measured
   * (docs/decisions/0014).
   */
  readonly publishedRelative?: Pattern | undefined;
  readonly modifiedRelative?: Pattern | undefined;
  /** Nouns that label a date right behind them: "Date: 29 December 2025", "Stand: 29.12.2025". */
  readonly publishedNoun?: Pattern | undefined;
  readonly modifiedNoun?: Pattern | undefined;
  /** Parts of words that say the same anywhere in a block that is a stamp: "updat". */
  readonly publishedStem?: Pattern | undefined;
  readonly modifiedStem?: Pattern | undefined;
  /** In front of a label: "last" updated, "zuletzt" aktualisiert. */
  readonly adverb?: Pattern | undefined;
  /** Between a label and the date: "published on". */
  readonly preposition?: Pattern | undefined;
  /** Right behind a date: "3 Sept 2024 | Originally published". */
  readonly publishedBehind?: Pattern | undefined;
  /** Says that a later date is a new edition: "originally published". */
  readonly firstPublished?: Pattern | undefined;
}
