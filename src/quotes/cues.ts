/**
 * The words that report speech, with their frames. Classes follow the reporting-verb groups of Pareti et al. (EMNLP 2013)
 * and Krestel et al. (LREC 2008), collected by hand for news English:
 *   say     takes the quoted words as its object, may stand after them and before its subject ("…," said Lee)
 *   judge   names or judges something in quoted words ("called it “a mess”", "slammed the “failed” plan")
 *   think   belief, wish and intention; weak evidence of speech
 *   show    reports of documents and findings; weak evidence of speech
 */
export type CueClass = 'say' | 'judge' | 'think' | 'show';
type VerbForm = 'base' | 'third' | 'past' | 'ing' | 'part';

export interface CueVerb {
  readonly lemma: string;
  readonly class: CueClass;
  readonly forms: readonly VerbForm[];
}

const SAY = `bemoan echo recite repeat utter demand extol jab zing scribble inscribe note say tell add write tweet retweet post reply respond ask continue explain note recall joke shout yell scream chant
  declare state conclude announce argue insist acknowledge admit claim warn assert observe remark comment answer quip
  predict complain concede confess confirm contend maintain mention muse opine proclaim promise pledge vow swear
  protest recount reiterate repeat report retort lament caution counter stress emphasize emphasise underline
  underscore whisper mutter murmur cry exclaim gush boast brag interject intone interrupt holler roar snap bark growl
  sigh scoff sneer plead beg urge implore advise suggest recommend demand inquire enquire query
  wonder testify attest aver allege deny rebut read elaborate summarize summarise sum relate disclose reveal inform
  assure reassure remind text email e-mail message blog caption press persist chime hint imply guess reason theorize
  theorise speculate write quote cite deadpan offer agree disagree signal rail rant tease taunt bellow thunder bluster
  instruct command apologize apologise rejoin retaliate conclude clarify specify phrase utter narrate blurt fume
  marvel rave specify affirm reaffirm forecast hiss croon drawl howl wail sob croak stammer stutter mumble grumble
  groan moan grouse gripe carp relay reckon demur riff pronounce profess propose counsel confide enthuse intimate
  interpose moot notify opine parrot postulate posit ponder quaver quibble recite recap rejoice remonstrate stipulate
  submit summon surmise threaten`;
const JUDGE = `endorse question thank charge bemoan herald extol vent denigrate position advertise describe pitch mourn deplore repudiate disavow disown call describe dub label term brand deem characterize characterise refer denounce blast slam criticize criticise
  praise hail condemn accuse blame mock dismiss decry deride rip attack blast assail lambaste chide scold rebuke
  berate castigate bash lash slap pan knock hammer skewer ridicule belittle applaud commend laud welcome congratulate
  liken compare portray paint depict cast frame bill tout trumpet title name nickname christen style invoke reject
  compliment cheer credit salute celebrate defend disparage malign vilify trash tar excoriate savage pillory
  rate designate define consider regard view see treat tag call-out speak talk discuss address`;
const THINK = `think estimate believe feel know want hope fear expect worry doubt understand imagine suspect wish intend plan seek assume
  anticipate envision realize realise decide oppose support favor favour agree prefer appreciate regret presume
  consider`;
const SHOW = `show find indicate demonstrate include contain list detail outline document declare conclude instruct require
  provide explain feature display describe highlight present reference promote`;

/** Forms in French, German, Spanish, Portuguese, Italian, Russian and Ukrainian that stand beside a quotation; no English word is spelt so. */
const FOREIGN = `déclaré affirmé expliqué ajouté souligné estimé précisé assuré martelé dit déclare affirme explique ajoute souligne précise
  sagte sagt erklärte erklärt betonte betont meinte schrieb kritisierte forderte fügte teilte
  dijo dice afirmó declaró explicó señaló añadió aseguró escribió advirtió disse afirmou declarou explicou ha-detto dichiarato spiegato
  detto affermato aggiunto sottolineato commentato scritto indiqué confié regretté dénoncé lancé écrit réjouit dénonce indique raconte confie
  berichtete warnte ergänzte mahnte lobte
  сказал сказала сказали заявил заявила заявили отметил отметила сообщил сообщила сообщили добавил добавила подчеркнул подчеркнула
  объяснил объяснила пояснил пояснила написал написала рассказал рассказала говорит считает
  сказав заявив зазначив зазначила повідомив повідомила додав додала наголосив наголосила пояснив написав розповів розповіла каже`;

const IRREGULAR: Readonly<Record<string, readonly [third: string, past: string, part: string, ing: string]>> = {
  say: ['says', 'said', 'said', 'saying'],
  tell: ['tells', 'told', 'told', 'telling'],
  write: ['writes', 'wrote', 'written', 'writing'],
  read: ['reads', 'read', 'read', 'reading'],
  swear: ['swears', 'swore', 'sworn', 'swearing'],
  sing: ['sings', 'sang', 'sung', 'singing'],
  go: ['goes', 'went', 'gone', 'going'],
  begin: ['begins', 'began', 'begun', 'beginning'],
  shoot: ['shoots', 'shot', 'shot', 'shooting'],
  put: ['puts', 'put', 'put', 'putting'],
  see: ['sees', 'saw', 'seen', 'seeing'],
  think: ['thinks', 'thought', 'thought', 'thinking'],
  feel: ['feels', 'felt', 'felt', 'feeling'],
  know: ['knows', 'knew', 'known', 'knowing'],
  understand: ['understands', 'understood', 'understood', 'understanding'],
  seek: ['seeks', 'sought', 'sought', 'seeking'],
  find: ['finds', 'found', 'found', 'finding'],
  show: ['shows', 'showed', 'shown', 'showing'],
  make: ['makes', 'made', 'made', 'making'],
  give: ['gives', 'gave', 'given', 'giving'],
  send: ['sends', 'sent', 'sent', 'sending'],
  get: ['gets', 'got', 'gotten', 'getting'],
  run: ['runs', 'ran', 'run', 'running'],
  have: ['has', 'had', 'had', 'having'],
  cast: ['casts', 'cast', 'cast', 'casting'],
  speak: ['speaks', 'spoke', 'spoken', 'speaking'],
  broadcast: ['broadcasts', 'broadcast', 'broadcast', 'broadcasting'],
  forecast: ['forecasts', 'forecast', 'forecast', 'forecasting'],
  spell: ['spells', 'spelled', 'spelled', 'spelling'],
  fire: ['fires', 'fired', 'fired', 'firing'],
};
const DOUBLING = new Set(
  'brag refer prefer infer quip admit beg slam pan blog chat knit rap snap rip slap dub tag rebut demur label tar commit submit plan blur chant'.split(
    ' ',
  ),
);
DOUBLING.delete('chant');
DOUBLING.delete('label');

/** Regular English inflection: cry → cries, cried, crying; urge → urged, urging; quip → quipped. */
function inflect(lemma: string): readonly [string, string, string, string] {
  const known = IRREGULAR[lemma];
  if (known !== undefined) return known;
  if (DOUBLING.has(lemma)) {
    const double = lemma + lemma.at(-1)!;
    return [`${lemma}s`, `${double}ed`, `${double}ed`, `${double}ing`];
  }
  if (/[^aeiou]y$/.test(lemma)) {
    const stem = lemma.slice(0, -1);
    return [`${stem}ies`, `${stem}ied`, `${stem}ied`, `${lemma}ing`];
  }
  const third = /(?:s|sh|ch|x|z)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  if (lemma.endsWith('e')) return [third, `${lemma}d`, `${lemma}d`, `${lemma.slice(0, -1)}ing`];
  return [third, `${lemma}ed`, `${lemma}ed`, `${lemma}ing`];
}

const VERBS: ReadonlyMap<string, CueVerb> = (() => {
  const table = new Map<string, { lemma: string; class: CueClass; forms: VerbForm[] }>();
  const put = (form: string, lemma: string, cls: CueClass, kind: VerbForm): void => {
    const entry = table.get(form);
    if (entry === undefined) table.set(form, { lemma, class: cls, forms: [kind] });
    else if (entry.lemma === lemma && !entry.forms.includes(kind)) entry.forms.push(kind);
  };
  for (const [list, cls] of [
    [SAY, 'say'],
    [JUDGE, 'judge'],
    [THINK, 'think'],
    [SHOW, 'show'],
  ] as const) {
    for (const lemma of list.split(/\s+/)) {
      const [third, past, part, ing] = inflect(lemma);
      put(lemma, lemma, cls, 'base');
      put(third, lemma, cls, 'third');
      put(past, lemma, cls, 'past');
      put(part, lemma, cls, 'part');
      put(ing, lemma, cls, 'ing');
    }
  }
  for (const form of FOREIGN.split(/\s+/)) put(form, form, 'say', 'past');
  return table;
})();

/** The reporting verb that this lower-case word is a form of. */
export function cueVerb(word: string): CueVerb | undefined {
  return VERBS.get(word);
}

/** Nouns that carry what somebody says: "a statement", "his claim that", "the letter". */
export const SPEECH_NOUNS: ReadonlySet<string> = new Set(
  `statement claim remark comment argument assertion allegation suggestion declaration announcement pledge promise vow warning
  call demand insistence contention belief view opinion description characterization characterisation criticism accusation
  tweet post message letter email e-mail memo note speech address interview answer response reply question report article
  op-ed column essay editorial book memoir blog text caption ad advertisement slogan motto mantra term terms headline sign banner
  placard poster chant cry shout plea appeal apology boast joke quip rant rhetoric phrase word quote quotation testimony
  affidavit lawsuit complaint ruling opinion decision order filing petition resolution document charge threat prediction
  comments remarks words statements claims tweets posts messages letters emails questions answers chants cries calls
  talk mention invocation reference references rallying proposal plan plans admission acknowledgment confession
  observation advice recommendation idea notion concern concerns fear fears attack attacks use definition vision version theory`.split(
    /\s+/,
  ),
);

/** Documents that speak: "the statement read", "the 20-point plan says". */
export const DOCUMENT_NOUNS: ReadonlySet<string> = new Set(
  `statement tweet post message letter email e-mail memo note speech report article op-ed column essay editorial book memoir
  blog text caption ad advertisement headline sign banner placard poster affidavit lawsuit complaint ruling opinion decision
  order filing petition resolution document plan bill law indictment transcript study survey poll website site page release
  caption t-shirt shirt sticker flyer leaflet video clip manifesto constitution amendment treaty agreement charter
  invitation summary account dispatch bulletin notice reply response chyron script card brief motion warrant subpoena guidance
  platform proposal policy rule advisory review dossier list label title story piece`.split(/\s+/),
);
