/** Words of bylines and of credit lines. A `Pattern` is a piece of a regular expression without capturing groups; flags `iu` unless a field says otherwise. */
import type { Pattern } from './date-words.ts';

export interface BylineWords {
  /** In front of a name: "by", "written by", "von". */
  readonly by?: Pattern | undefined;
  /** A noun in front of a name: "Author: Jane Doe". */
  readonly authorNoun?: Pattern | undefined;
  /** The same, of words that are common in prose: they count with a colon, or in a field that names the author. */
  readonly weakBy?: Pattern | undefined;
  /** "by" inside a line of facts: "Dec 08, 2019 by Jane Doe in Growth". */
  readonly byInside?: Pattern | undefined;
  /** "by" anywhere in a line with a date; flag `u`. */
  readonly byInStamp?: Pattern | undefined;
  /** What may stand somewhere before `byInside`: "Posted on March 4 by". */
  readonly beforeBy?: Pattern | undefined;
  /** Between the name and a date behind it: "by Jane Doe on March 4". */
  readonly beforeDate?: Pattern | undefined;
  /** A label alone in its block: "Written by", "Author:"; the name is in the next. */
  readonly label?: Pattern | undefined;
  /** "by" that a page's inner text glues to the name, "ByJane Doe"; flag `u`; a second "by" of the same kind may follow. */
  readonly gluedBy?: Pattern | undefined;
  /** Labels of dates that it glues to the end of a name, "Jane DoePublished: Jan 29"; flag `u`. */
  readonly gluedLabel?: Pattern | undefined;

  /** Between two names: "and". */
  readonly and?: Pattern | undefined;
  /** The same, of one letter ("y", "e"): counts only between two names of several words; flag `u`. */
  readonly letterAnd?: Pattern | undefined;
  /** Words that end the names, besides the labels of dates: "reviewed". */
  readonly ends?: Pattern | undefined;
  /** What follows a name without a comma: "Jane Doe Staff Writer", "Jane Doe for The Courier". */
  readonly afterName?: Pattern | undefined;
  /** In front of a place after a name: "Jane Doe in Riga". */
  readonly beforePlace?: Pattern | undefined;

  /** Job titles and desks: a part of a byline that holds one is no name. */
  readonly roles?: Pattern | undefined;
  /** Words of organisations and desks: "team", "agency", "Redaktion". */
  readonly organisations?: Pattern | undefined;
  /** A role that stands alone beside a name and says that it is the author's. */
  readonly roleBeside?: Pattern | undefined;
  /** A reading time beside a name: "9 min read". */
  readonly readingTime?: Pattern | undefined;

  /** Words that no name begins with and that are no name alone. */
  readonly notNames?: Pattern | undefined;
  /** Those of them that may begin a name: "April Jones". */
  readonly firstNames?: Pattern | undefined;
  /** Words that no bare name in a page's text holds: "news", "monday". */
  readonly notInNames?: Pattern | undefined;
  /** "she", "they": no surname. */
  readonly pronouns?: Pattern | undefined;
  /** "the": no name begins with it, and an outlet is the same without it. */
  readonly article?: Pattern | undefined;
  /** Particles inside names: "van", "de la"; flag `u`. */
  readonly particles?: Pattern | undefined;
  /** Particles that stay small when a name in capitals is written in the common form. */
  readonly smallParticles?: Pattern | undefined;
  readonly honorifics?: Pattern | undefined;
  /** "Jr", "III": part of the name. */
  readonly generations?: Pattern | undefined;
  /** Degrees and professional letters after a name. */
  readonly credentials?: Pattern | undefined;
  /** Abbreviations at the end of a byline that end with a full stop of their own. */
  readonly finalAbbreviations?: Pattern | undefined;

  readonly credits?: CreditPhrases | undefined;
}

/** Sentences under a story that say who worked on it. */
export interface CreditPhrases {
  /** A credit line holds one of these words; cheap to look for. */
  readonly signs: Pattern;
  /** "Additional reporting by": what is done, in groups `extra` and `work`, up to the names. */
  readonly labelled: Pattern;
  /** Where a line of several credits without a full stop is cut: before "editing by". */
  readonly cutBefore: Pattern;
  /** "Jane Doe reported from Riga": everything behind the names; flag `u`. */
  readonly reportedFrom: Pattern;
  /** "Jane Doe contributed to this report": everything behind the names; flag `u`. */
  readonly contributed: Pattern;
  /** "Associated Press writers", "The Courier’s": whom they work for; flag `u`. */
  readonly employed: Pattern;
  /** In front of a place, "in", and what may stand behind the place; flag `u`. */
  readonly inPlace: Pattern;
  readonly afterPlace: Pattern;
  /** In front of a surname: "Ms." */
  readonly honorifics: Pattern;
  /** Small words that names of organisations hold: "of". */
  readonly smallWords: Pattern;
  /** Beginnings of `work` that mean editing, and that mean reporting. */
  readonly editing: Pattern;
  readonly reporting: Pattern;
  /** A reporting credit that stands for a byline where there is none: "Reporting by Jane Doe". */
  readonly asByline: Pattern;
}
