/** Closed word classes and a few open ones, lower case, that the clause reader needs. Collected by hand for news English. */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const DETERMINERS = words(`the a an this that these those his her their its my our your some many several one two three four five
  six seven eight nine ten dozens hundreds thousands another each every both all no any most few other more numerous various such half
  much certain none`);
export const PREPOSITIONS = words(`of for at in on with from to by about near under over against into after before during since until
  through between among amid as like without within across including behind despite toward towards per via upon off out up down above
  below beside beyond around along following regarding concerning throughout outside inside onto alongside amongst versus unlike`);
export const SUBORDINATORS = words(`that which who whom whose when while where because if although though whereas after before since
  until unless whether than how why what once as`);
export const CONJUNCTIONS = words('and or but nor yet so plus');
export const AUXILIARIES = words(`is are was were be been being am has have had having do does did will would can could may might shall
  should must isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't gets got 'd 'll 've 's 're 'm`);
export const SUBJECT_PRONOUNS = words('he she they it we i you who');
export const OBJECT_PRONOUNS = words('him her them it us me you himself herself themselves itself');
export const POSSESSIVE_PRONOUNS = words('his her their its my our your');
export const ADVERBS = words(`also later then once now again still already just only even often never always recently previously earlier
  further further first simply quickly repeatedly famously has not n't ever soon once instead thus therefore rather both all each
  perhaps maybe almost nearly long since today yesterday tomorrow tonight here there too well back reportedly publicly privately
  however meanwhile though afterward afterwards subsequently initially eventually finally at sometimes twice half-jokingly flatly
  merely otherwise else hence indeed much so far quite very similarly likewise moreover furthermore nevertheless nonetheless shortly lately subsequently immediately simultaneously additionally
  separately notably importantly ironically hastily frequently typically generally clearly apparently supposedly allegedly fortunately
  unfortunately interestingly surprisingly essentially basically ultimately originally formerly`);
export const WEEKDAYS = words('monday tuesday wednesday thursday friday saturday sunday');
export const MONTHS = words(`january february march april may june july august september october november december jan. feb. mar. apr.
  jun. jul. aug. sept. sep. oct. nov. dec. jan feb mar apr aug sept oct nov dec`);
export const TIME_WORDS = words(`morning afternoon evening night noon midnight week month year weekend day days weeks months years today
  yesterday tonight spring summer fall autumn winter hour hours minute minutes moment time decade season earlier later ago last next this past
  early late`);

/** Everyday verbs besides the cues, so that a noun phrase read forwards stops in time. */
const COMMON_VERBS = words(`came went took made got gave found left held kept met ran sat stood spent sent won lost led grew drew fell rose
  built bought brought caught chose dealt drove ate flew forgot fought had has have heard hid hit hurt knew laid lay let lent lit meant
  paid quit rang sold set shook shut slept spoke stole struck stuck swept swam taught threw thought wore woke broke became began bit blew
  bore bound cut dug drank fed felt fled flung froze ground hung is are was were be been has does did seems appears remains becomes
  comes goes takes makes gets gives finds leaves holds keeps meets runs sits stands spends sends wins loses leads grows draws falls rises
  builds buys brings catches chooses deals drives eats flies fights hears hides hits hurts knows lets means pays quits sells sets
  shuts sleeps speaks steals strikes sticks teaches throws wears breaks cuts feels uses used tries tried needs wants works worked
  looks looked moves moved lives lived plays played turns turned starts started faces faced follows followed continues served serves
  spent visits joined joins walked walks opened opens closed closes helped helps killed kills passed passes voted votes won
  beat saw seen done gone taken given put said says told tells refuses refuse accepts allows intends receives requires pursues prepares
  declines agrees appears exists belongs`);

/** Not verbs although they end in -ed. */
const NOT_VERBS_ED =
  words(`united red bed hundred need speed seed deed breed feed ted ned fed ed jared fred alfred kindred sacred so-called retired
  unnamed alleged accused convicted elected appointed armed disabled left-leaning unidentified aforementioned failed proposed newly-elected
  wounded injured veteran-turned wealthy-turned skilled registered detailed married embedded limited combined leaked`);

/** Does this lower-case word look like a verb (past or present)? Used only to end noun phrases. */
export function isVerbLike(word: string): boolean {
  if (AUXILIARIES.has(word) || COMMON_VERBS.has(word)) return true;
  return word.length > 4 && word.endsWith('ed') && !NOT_VERBS_ED.has(word);
}

/** Role nouns: people named by what they are or do, so that "the 65-year-old" and "a spokesman" can be speakers. */
export const ROLE_NOUNS =
  words(`spokesman spokeswoman spokesperson spokesmen spokespeople president vice-president minister premier chancellor
  secretary senator congressman congresswoman representative governor mayor candidate nominee frontrunner front-runner leader chairman
  chairwoman chair chief director manager strategist adviser advisor aide official officials officer judge justice prosecutor attorney
  lawyer lawyers counsel analyst expert experts economist professor scientist researcher researchers author writer reporter journalist
  editor columnist host anchor commentator pundit critic critics supporter supporters opponent opponents voter voters resident residents
  neighbor neighbour protester protesters activist activists advocate advocates organizer founder co-founder owner ceo executive
  businessman businesswoman mogul billionaire tycoon developer investor general colonel captain lieutenant sergeant commander admiral
  sheriff police detective agent diplomat ambassador envoy lawmaker lawmakers legislator democrat democrats republican republicans
  source sources witness witnesses victim father mother son daughter brother sister wife husband friend colleague man woman boy girl
  teacher student students doctor nurse coach player pastor priest pope king queen prince princess veteran soldier musician singer
  actor actress artist comedian star user person people administration government campaign team group company committee council court
  department ministry agency office party house senate congress union association organization organisation network newspaper paper
  magazine outlet board panel commission army military force forces regime kremlin pentagon moderator interviewer questioner
  treasurer deputy delegate delegates member members pollster operative operatives historian physician surgeon economist
  consultant trustee superintendent principal dean rabbi imam bishop archbishop cardinal hunter farmer driver worker workers
  parent parents mom dad family fan fans caller guest blogger poster commenter tweeter`);

/** Abbreviations whose full stop does not end a sentence: titles, months, states, companies. */
export const ABBREVIATIONS =
  words(`mr. mrs. ms. dr. prof. sen. sens. rep. reps. gov. govs. gen. lt. col. sgt. capt. cmdr. adm. maj. pvt. st. rev. hon. pres. jr. sr.
  jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. vs. v. no. nos. inc. corp. co. ltd. bros. dept. est. u.s. u.k. u.n. e.u. d.c.
  a.m. p.m. i.e. e.g. etc. al. ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. md. mass. mich. minn. miss. mo. mont.
  neb. nev. n.h. n.j. n.m. n.y. n.c. n.d. okla. ore. pa. r.i. s.c. s.d. tenn. tex. vt. va. wash. w.va. wis. wyo. atty. asst. supt. det. insp. ph.d. m.d.
  fr. sr. messrs. ft. mt. ave. blvd. rd.`);

/** Abbreviations that may well end a sentence too: the next word decides. */
export const SOFT_ABBREVIATIONS = words(
  'u.s. u.k. u.n. e.u. d.c. a.m. p.m. etc. inc. corp. co. ltd. jr. sr. ph.d. m.d. al. no. n.h. n.j. n.y. n.c. s.c. r.i. ga. fla. calif. ill. ind. mass. mich. mo. pa. va. wash. wis. md. ore.',
);
