/** Closed word classes and a few open ones that the clause reader needs. Collected by hand for news English. */
import type { SpeechWords } from '../speech-words.ts';

export const speechGrammar = {
  articles: 'the a an',
  indefiniteArticles: 'a an',
  determiners: `the a an this that these those his her their its my our your some many several one two three four five six seven eight nine ten dozens
    hundreds thousands another each every both all no any most few other more numerous various such half much certain none`,
  prepositions: `of for at in on with from to by about near under over against into after before during since until through between among amid as like
    without within across including behind despite toward towards per via upon off out up down above below beside beyond around along
    following regarding concerning throughout outside inside onto alongside amongst versus unlike`,
  subordinators: `that which who whom whose when while where because if although though whereas after before since until unless whether than how why what
    once as`,
  conjunctions: 'and or but nor yet so plus',
  auxiliaries: `is are was were be been being am has have had having do does did will would can could may might shall should must isn't aren't wasn't
    weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't gets got 'd 'll 've 's 're 'm`,
  subjectPronouns: 'he she they it we i you who',
  objectPronouns: 'him her them it us me you himself herself themselves itself',
  possessivePronouns: 'his her their its my our your',
  speakerPossessives: 'your our my',
  adverbs: `also later then once now again still already just only even often never always recently previously earlier further first simply quickly
    repeatedly famously has not n't ever soon instead thus therefore rather both all each perhaps maybe almost nearly long since today
    yesterday tomorrow tonight here there too well back reportedly publicly privately however meanwhile though afterward afterwards
    subsequently initially eventually finally at sometimes twice half-jokingly flatly merely otherwise else hence indeed much so far
    quite very similarly likewise moreover furthermore nevertheless nonetheless shortly lately immediately simultaneously additionally
    separately notably importantly ironically hastily frequently typically generally clearly apparently supposedly allegedly fortunately
    unfortunately interestingly surprisingly essentially basically ultimately originally formerly`,
  notAdverbs: 'family',
  commonVerbs: `came went took made got gave found left held kept met ran sat stood spent sent won lost led grew drew fell rose built bought brought
    caught chose dealt drove ate flew forgot fought had has have heard hid hit hurt knew laid lay let lent lit meant paid quit rang sold
    set shook shut slept spoke stole struck stuck swept swam taught threw thought wore woke broke became began bit blew bore bound cut
    dug drank fed felt fled flung froze ground hung is are was were be been does did seems appears remains becomes comes goes takes
    makes gets gives finds leaves holds keeps meets runs sits stands spends sends wins loses leads grows draws falls rises builds buys
    brings catches chooses deals drives eats flies fights hears hides hits hurts knows lets means pays quits sells sets shuts sleeps
    speaks steals strikes sticks teaches throws wears breaks cuts feels uses used tries tried needs wants works worked looks looked
    moves moved lives lived plays played turns turned starts started faces faced follows followed continues served serves visits joined
    joins walked walks opened opens closed closes helped helps killed kills passed passes voted votes beat saw seen done gone taken
    given put said says told tells refuses refuse accepts allows intends receives requires pursues prepares declines agrees exists
    belongs`,
  notPastVerbs: `united red bed hundred need speed seed deed breed feed ted ned fed ed jared fred alfred kindred sacred so-called retired unnamed alleged
    accused convicted elected appointed armed disabled left-leaning unidentified aforementioned failed proposed newly-elected wounded
    injured veteran-turned wealthy-turned skilled registered detailed married embedded limited combined leaked`,
  timeWords: `morning afternoon evening night noon midnight week month year weekend day days weeks months years today yesterday tonight spring summer
    fall autumn winter hour hours minute minutes moment time decade season earlier later ago last next this past early late`,
  nameLikeMonths: 'jan jun jul',
  timeNames: 'Time',
  modalNames: 'Will May',
  loneSubjects: `this that one many some others both another several few most neither either all none two three four these those everyone somebody
    someone`,
  quantities: `some most many one two three four five several both few half none all each any dozens hundreds thousands majority number`,
  emptySubjects: 'it this that these those there you one',
  thirdPersons: 'he she they it',
  notThirdPersons: 'i we you they',
  pluralSubjects: `i we you they people data media percent majority half most all none men women police those these many some others both few several two
    three who which that`,
  neverInverted: 'it you',
  everybody: 'we you',
  haveForms: 'has have had',
  be: "was were is are been being be 's 're 'm am",
  beContractions: "'s",
  passiveBe: 'is are was were been being be',
  that: 'that',
  to: 'to',
  by: 'by',
  of: 'of',
  as: 'as',
  and: 'and',
  who: 'who',
  what: 'what',
  this: 'this',
  than: 'than',
  also: 'also',
  per: 'per',
  contrast: 'while',
  soCalled: 'so-called',
} satisfies SpeechWords;
