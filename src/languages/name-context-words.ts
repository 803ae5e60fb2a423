/**
 * Words around a name that tell what bears it. Each field is a list of words, separated by spaces, in small letters unless they are written otherwise;
 * a language gives the lists it has. The stages read the union of all languages.
 */

/** Sports of teams that the known clubs and players are of. */
export type Sport = 'football' | 'cricket' | 'rugby' | 'basketball' | 'american football' | 'baseball' | 'ice hockey';

export interface NameContextWords {
  /** "a", "an". */
  readonly indefinite?: string;
  /** "the". */
  readonly definite?: string;
  readonly and?: string;
  readonly of?: string;
  readonly in?: string;
  /** "Lee, 34, of Leeds": between an age and a home. */
  readonly homeAfterAge?: string;
  /** "a pop star": said of people who are known for it. */
  readonly celebrities?: string;
  /** "the aircraft carrier". */
  readonly ships?: string;
  /** "in Kenya", "southern Kenya": somewhere to be, not somebody. */
  readonly inside?: string;
  /** "in Split", "the capital Sofia": before a town. */
  readonly beforePlaces?: string;
  /** "from England", "visiting Leeds": before a place that is no team. */
  readonly whereTeamsAreNot?: string;
  /** "the Taj Mahal restaurant": what bears the name of a building. */
  readonly businesses?: string;
  /** "Kandahar province". */
  readonly regions?: string;
  /** "Orange and Riverside counties". */
  readonly manyRegions?: string;
  /** "the Petra news agency": the word before the body, and the bodies. */
  readonly news?: string;
  readonly newsBodies?: string;
  /** "the supermarket Iceland", "the singer Georgia": before a name that is no country. */
  readonly beforeCompanies?: string;
  /** "Washington state". */
  readonly states?: string;
  /** "shares", "retailer": near the name of a company. */
  readonly companies?: string;
  /** Bodies that many countries have one of: "Police", "Ministry". Stand anywhere in a name. */
  readonly publicBodies?: string;
  /** Parts of the names of schools and universities. */
  readonly schools?: string;
  /** "the Labour party". */
  readonly parties?: string;
  /** Said in articles on the politics of a country. */
  readonly politics?: string;
  /** "told the Sun": near the name of a newspaper. */
  readonly newspapers?: string;
  /** Of sport in general; a report on sport is full of them. */
  readonly sportInGeneral?: string;
  /** Words that one sport only uses. */
  readonly sports?: Readonly<Partial<Record<Sport, string>>>;
  /** Women's, youth and reserve teams, anywhere in an article. */
  readonly otherTeams?: string;
  /** The same right behind the name of a club: "Arsenal Women". */
  readonly reserveTeams?: string;
  /** Beginnings of such words: "femenino", "femenina". */
  readonly reserveTeamStems?: string;
  /** "England beat Fiji": right behind a team. */
  readonly teamsDo?: string;
  /** "against England": right before a team. */
  readonly beforeTeams?: string;
  /** "England's captain", "England captain". */
  readonly ofTeams?: string;
  /** As `beforeTeams` and `ofTeams`, but for words that are of sport in any article. */
  readonly beforeOpponents?: string;
  readonly ofOpponents?: string;
}
