import type { BylineWords } from '../byline-words.ts';
import { dates } from './dates.ts';

const calendar = [...dates.weekdays, ...dates.months].map(([name]) => name).join('|');

export const bylines: BylineWords = {
  by: String.raw`(?:(?:article|story|text|words|post|report|analysis|opinion|review|written|posted|published|authored|reported|reporting|created|compiled|contributed|guest post|reviewed)\s+)?by`,
  authorNoun: 'author|writer',
  weakBy: 'from|text',
  byInside: '(?:(?:written|posted|words|story|interview|article|recommended|reviewed) )?by:?',
  byInStamp: 'by',
  beforeBy: 'posted|published|updated|written',
  beforeDate: 'on|in|at',
  label: '(?:(?:written|posted|words|story|article) )?(?:by|authors?)',
  gluedBy: '(?:[Ww]ritten |[Pp]osted )?[Bb]y',
  gluedLabel: 'Published|Updated|Posted',

  and: 'and|with',
  ends: 'reviewed|fact.checked|medically',
  afterName: String.raw`staff writer|staff reporter|staff|special to .*|for (?:the )?\p{Lu}.*`,
  beforePlace: 'in|reporting from',

  roles:
    'editors?|reporters?|correspondents?|writers?|contributors?|contributing|journalists?|columnists?|producers?|bloggers?|analysts?|photographers?|photojournalists?|directors?|managers?|president|founder|co-founder|ceo|cto|cmo|chief|head|officer|professor|fellow|critics?|anchors?|hosts?|freelancers?|interns?|bureau|desk|senior|special|assistant|associate|specialist|expert|consultant|strategist|engineer|developer|candidate|representative',
  organisations:
    'staff|team|newsroom|news|agency|agencies|press|wire|wires|services?|desk|media|magazine|times|post|journal|tribune|herald|gazette|guardian|telegraph|observer|independent|daily|weekly|network|editorial|editors|inc|llc|ltd|foundation|institute|university|college|group|committee|association|company|online|blog|tv|radio|digital|board',
  roleBeside: String.raw`(?:\p{L}+ )?(?:writer|editor|reporter|author|correspondent|contributor|journalist)`,
  readingTime: String.raw`\bmin(?:ute)?s?\b.{0,6}\bread|\bread(?:ing)? time\b`,

  notNames: `by|the|a|an|and|or|of|in|on|at|to|for|from|with|this|that|these|those|here|there|now|then|${calendar}|today|yesterday|tomorrow|all|more|most|no|not|other|our|my|your|his|her|its|their|we|you|he|she|it|they|how|why|what|when|where|who|read|share|follow|subscribe|sign|log|login|click|view|view all|see|about|contact|home|menu|search|comments?|facebook|twitter|email|print|admin|administrator|user|guest|unknown|none|null|undefined|anonymous|default|webmaster|author|editor|posts?`,
  firstNames: 'may|april|june|august|the|all',
  notInNames: `news|world|politics|sports?|business|culture|opinion|local|national|international|breaking|latest|top|home|us|uk|europe|asia|africa|america|american|health|science|tech(?:nology)?|entertainment|lifestyle|travel|style|food|video|photos?|live|market(?:s|ing)?|press|release|media|times|post|journal|team|staff|blog|guide|tips|review|articles?|read|more|share|new|the|and|for|how|why|what|in|on|of|to|${calendar}`,
  pronouns: 'he|she|they|we|i|it',
  article: 'the',
  particles: String.raw`st\.?|mac|o`,
  honorifics: 'dr|prof|mr|mrs|ms|sir|dame|rev|hon',
  generations: 'jr|sr|ii|iii|iv',
  credentials: String.raw`ph\.?\s?d|m\.?d|m\.?s|m\.?a|m\.?b\.?a|r\.?d|r\.?n|d\.?o|j\.?d|ed\.?d|psy\.?d|d\.?d\.?s|cfp|cfa|cpa|esq|m\.?p\.?h|m\.?sc|b\.?sc|b\.?a|lcsw|l\.?d\.?n?|r\.?d\.?n|faan|facp|pharm\.?d`,
  finalAbbreviations: String.raw`jr|sr|inc|ph\.?d|m\.d`,

  credits: {
    signs: 'by|contributed|from',
    labelled: String.raw`(?:with )?(?<extra>additional |further )?(?<work>reporting|writing|compiled|editing|edited|translation|research)(?: and (?:reporting|writing|editing|research))? by:?`,
    cutBefore: String.raw`(?:[Aa]dditional |[Ff]urther )?(?:[Rr]eporting|[Ww]riting|[Cc]ompiled|[Ee]diting|[Ee]dited)(?: and [a-z]+)? by\b`,
    reportedFrom: String.raw`(?:also )?(?:reported|wrote) from (?:the )?\p{Lu}[\p{L}\p{M}’'.-]*(?:,? (?:and |of |the |de )?\p{Lu}[\p{L}\p{M}’'.-]*){0,9}`,
    contributed: String.raw`(?:also )?contributed (?:to (?:this|the) (?:report|story|article)|(?:additional )?(?:reporting|research|to reporting)(?: (?:to|for) (?:this|the) (?:report|story|article))?)(?: (?:from|in) \p{Lu}.{1,60})?`,
    employed: String.raw`(?:[\p{Lu}&][\p{L}&.’']*\s+){0,4}(?:staff |senior |special )?(?:writers?|reporters?|journalists?|correspondents?|staff)|(?:\p{Lu}[\p{L}&.]*\s+){0,3}\p{Lu}[\p{L}&.]*[’']s?`,
    inPlace: 'in|from|at',
    afterPlace: 'and|contributed',
    honorifics: 'Mr|Ms|Mrs|Dr',
    smallWords: 'of|the|and|for',
    editing: 'edit',
    reporting: 'report|writ|compil',
    asByline: 'reporting by',
  },
};
