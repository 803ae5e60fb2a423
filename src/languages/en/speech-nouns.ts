/** Nouns of speech, documents and roles. Collected by hand for news English. */
import type { SpeechWords } from '../speech-words.ts';

export const speechNouns = {
  speechNouns: `statement claim remark comment argument assertion allegation suggestion declaration announcement pledge promise vow warning call demand
    insistence contention belief view opinion description characterization characterisation criticism accusation tweet post message
    letter email e-mail memo note speech address interview answer response reply question report article op-ed column essay editorial
    book memoir blog text caption ad advertisement slogan motto mantra term terms headline sign banner placard poster chant cry shout
    plea appeal apology boast joke quip rant rhetoric phrase word quote quotation testimony affidavit lawsuit complaint ruling decision
    order filing petition resolution document charge threat prediction comments remarks words statements claims tweets posts messages
    letters emails questions answers chants cries calls talk mention invocation reference references rallying proposal plan plans
    admission acknowledgment confession observation advice recommendation idea notion concern concerns fear fears attack attacks use
    definition vision version theory`,
  documentNouns: `statement tweet post message letter email e-mail memo note speech report article op-ed column essay editorial book memoir blog text
    caption ad advertisement headline sign banner placard poster affidavit lawsuit complaint ruling opinion decision order filing
    petition resolution document plan bill law indictment transcript study survey poll website site page release t-shirt shirt sticker
    flyer leaflet video clip manifesto constitution amendment treaty agreement charter invitation summary account dispatch bulletin
    notice reply response chyron script card brief motion warrant subpoena guidance platform proposal policy rule advisory review
    dossier list label title story piece`,
  occasions: `interview interviews statement statements letter letters email emails e-mail e-mails tweet tweets speech post posts call calls hearing
    hearings briefing briefings message messages conversation conversations memo memos report reports column columns essay essays video
    videos filing filings debate debates rally ruling rulings`,
  bearers: `hat hats sign signs banner banners shirt shirts t-shirt t-shirts sticker stickers placard placards poster posters protesters supporters
    demonstrators crowd fans audience billboard chyron flag cap message`,
  pictures: `footage footages video videos clip clips picture pictures photo photos photograph photographs image images recording recordings tape
    tapes audio audios`,
  madeThings: `claim claims comment comments remark remarks statement statements allegation allegations accusation accusations tweet tweets message
    messages proposal proposals idea ideas way clip clips decision decisions move moves charge charges words thing things question
    questions`,
  resumingNouns: `claim charge allegation suggestion recommendation move approach position stance proposal idea step tactic decision sign reference
    argument swipe view accusation promise plan policy figure number comment remark`,
  audience: 'reporters',
  answers: 'yes',
  officeHeads: `co-founder cofounder co-owner owner co-author co-chair ceo president vice-president minister secretary undersecretary director general
    chair chairman chairwoman head leader coach mayor governor ambassador editor author founder professor commissioner treasurer
    principal bishop archbishop dean`,
  organisationHeads: `Department University Institute Ministry Center Centre Council Association Bank Bureau Office Committee Commission Federation Union
    League Party House Board Agency College School Academy Society Church Republic Kingdom Court Chamber Conference Coalition Fund
    Foundation Organization Organisation Government City State Museum Library`,
  personNouns: `billionaire businessman businesswoman mogul tycoon lawmaker candidate nominee frontrunner front-runner hopeful contender politician
    leader author actor actress singer star comedian host anchor economist scientist professor teacher mother father veteran lawyer
    journalist reporter columnist activist executive founder coach player striker captain manager developer independent democrat
    republican incumbent challenger diplomat statesman strongman autocrat`,
  homeCountry: 'us u.s',
} satisfies SpeechWords;
