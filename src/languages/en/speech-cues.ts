/** Verbs of speech with their forms. Classes follow the reporting-verb groups of Pareti et al. (EMNLP 2013) and Krestel et al. (LREC 2008), collected by hand. */
import type { CueClass, CueForm } from '../speech-words.ts';

/** Lemmas of each class; a lemma stands in one class only. */
export const CUE_LEMMAS: Readonly<Record<CueClass, string>> = {
  say: `bemoan echo recite repeat utter demand extol jab zing scribble inscribe note say tell add write tweet retweet post reply respond ask
    continue explain recall joke shout yell scream chant declare state conclude announce argue insist acknowledge admit claim warn
    assert observe remark comment answer quip predict complain concede confess confirm contend maintain mention muse opine proclaim
    promise pledge vow swear protest recount reiterate report retort lament caution counter stress emphasize emphasise underline
    underscore whisper mutter murmur cry exclaim gush boast brag interject intone interrupt holler roar snap bark growl sigh scoff sneer
    plead beg urge implore advise suggest recommend inquire enquire query wonder testify attest aver allege deny rebut read elaborate
    summarize summarise sum relate disclose reveal inform assure reassure remind text email e-mail message blog caption press persist
    chime hint imply guess reason theorize theorise speculate quote cite deadpan offer agree disagree signal rail rant tease taunt
    bellow thunder bluster instruct command apologize apologise rejoin retaliate clarify specify phrase narrate blurt fume marvel rave
    affirm reaffirm forecast hiss croon drawl howl wail sob croak stammer stutter mumble grumble groan moan grouse gripe carp relay
    reckon demur riff pronounce profess propose counsel confide enthuse intimate interpose moot notify parrot postulate posit ponder
    quaver quibble recap rejoice remonstrate stipulate submit summon surmise threaten`,
  judge: `endorse question thank charge herald vent denigrate position advertise describe pitch mourn deplore repudiate disavow disown call dub
    label term brand deem characterize characterise refer denounce blast slam criticize criticise praise hail condemn accuse blame mock
    dismiss decry deride rip attack assail lambaste chide scold rebuke berate castigate bash lash slap pan knock hammer skewer ridicule
    belittle applaud commend laud welcome congratulate liken compare portray paint depict cast frame bill tout trumpet title name
    nickname christen style invoke reject compliment cheer credit salute celebrate defend disparage malign vilify trash tar excoriate
    savage pillory rate designate define consider regard view see treat tag call-out speak talk discuss address`,
  think: `think estimate believe feel know want hope fear expect worry doubt understand imagine suspect wish intend plan seek assume anticipate
    envision realize realise decide oppose support favor favour prefer appreciate regret presume`,
  show: `show find indicate demonstrate include contain list detail outline document require provide feature display highlight present reference
    promote`,
};

/** Lemmas that do not inflect by rule: third person, past, participle, -ing. */
export const IRREGULAR: Readonly<Record<string, readonly [third: string, past: string, part: string, ing: string]>> = {
  say: ['says', 'said', 'said', 'saying'],
  tell: ['tells', 'told', 'told', 'telling'],
  write: ['writes', 'wrote', 'written', 'writing'],
  read: ['reads', 'read', 'read', 'reading'],
  swear: ['swears', 'swore', 'sworn', 'swearing'],
  see: ['sees', 'saw', 'seen', 'seeing'],
  think: ['thinks', 'thought', 'thought', 'thinking'],
  feel: ['feels', 'felt', 'felt', 'feeling'],
  know: ['knows', 'knew', 'known', 'knowing'],
  understand: ['understands', 'understood', 'understood', 'understanding'],
  seek: ['seeks', 'sought', 'sought', 'seeking'],
  find: ['finds', 'found', 'found', 'finding'],
  show: ['shows', 'showed', 'shown', 'showing'],
  cast: ['casts', 'cast', 'cast', 'casting'],
  speak: ['speaks', 'spoke', 'spoken', 'speaking'],
  forecast: ['forecasts', 'forecast', 'forecast', 'forecasting'],
};

/** Lemmas that double their last letter: quip → quipped. */
export const DOUBLING: ReadonlySet<string> = new Set(
  'brag refer prefer quip admit beg slam pan blog snap rip slap dub tag rebut demur tar submit plan'.split(' '),
);

/** Regular English inflection: cry → cries, cried, crying; urge → urged, urging; quip → quipped. */
function inflect(lemma: string): readonly [string, string, string, string] {
  const known = IRREGULAR[lemma];
  if (known !== undefined) return known;
  if (DOUBLING.has(lemma)) {
    const double = lemma + lemma.slice(-1);
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

export const cues: readonly CueForm[] = Object.entries(CUE_LEMMAS).flatMap(([cls, lemmas]) =>
  lemmas.split(/\s+/).flatMap((lemma): CueForm[] => {
    const [third, past, part, ing] = inflect(lemma);
    const forms = [
      [lemma, 'base'],
      [third, 'third'],
      [past, 'past'],
      [part, 'part'],
      [ing, 'ing'],
    ] as const;
    return forms.map(([word, form]) => ({ word, lemma, class: cls as CueClass, form }));
  }),
);
