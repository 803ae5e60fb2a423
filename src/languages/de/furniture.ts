/** German wording of page furniture. */
import type { FurnitureWords } from '../furniture-words.ts';

export const furniture: FurnitureWords = {
  advertisement: {
    whole: ['anzeige', 'werbung'],
    goes: ['Anzeige'],
  },
  'read-more': {
    whole: ['weiterlesen', 'mehr lesen'],
    words: { also: ['lesen sie auch', 'mehr zum thema'] },
    goes: ['Lesen Sie auch: Bürgermeister weist Vorwürfe zurück', 'Weiterlesen'],
  },
  newsletter: {
    inner: [String.raw`\b(?:melden sie sich|abonnieren sie)\b`],
    words: { subscribe: ['abonnieren', 'anmelden'] },
    goes: ['Den Newsletter hier abonnieren', 'Melden Sie sich jetzt an'],
  },
  share: {
    whole: ['teilen'],
    goes: ['Teilen'],
  },
  'follow-us': {
    whole: ['folgen sie uns.{0,40}'],
    goes: ['Folgen Sie uns auf Facebook'],
  },
  comments: {
    whole: ['kommentare?', 'kommentieren'],
    goes: ['Kommentare', 'Kommentieren'],
  },
  account: {
    whole: ['anmelden'],
    goes: ['Anmelden'],
  },
  copyright: {
    inner: [String.raw`\balle rechte vorbehalten\b`],
    goes: ['Kurier-Verlag, alle Rechte vorbehalten'],
  },
  'photo-credit': {
    inner: [String.raw`\((?:foto|bild)\s*(?:by|:|courtesy|/|©)[^()]{1,80}\)[.\s]*$`],
    words: { picture: ['foto', 'fotos', 'bild'] },
    goes: ['Foto: Anna Holm', 'Der Hafen am Abend (Foto: Anna Holm)'],
  },
  'related-heading': {
    whole: ['ähnliche artikel', 'mehr zum thema', 'das könnte sie auch interessieren', 'auch interessant', 'meistgelesen'],
    goes: ['Ähnliche Artikel', 'Meistgelesen', 'Das könnte Sie auch interessieren'],
  },
  navigation: {
    whole: ['zum inhalt springen'],
    goes: ['Zum Inhalt springen'],
  },
  'reading-time': {
    start: [String.raw`(?:lesezeit|lesedauer)\b.{0,20}$`],
    words: { reading: ['lesezeit'] },
    goes: ['5 min Lesezeit', 'Lesezeit: 4 Minuten'],
  },
  'comment-entry': {
    whole: ['antworten'],
    words: { said: ['sagt', 'schreibt'], at: ['um'] },
    goes: ['Antworten', 'Anna Holm schreibt am 12.9. um 10:'],
  },
  timestamp: {
    start: [String.raw`vor \d`],
    words: {
      label: ['veröffentlicht', 'aktualisiert', 'stand', 'am'],
      month: ['jan', 'feb', 'mär', 'mar', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dez'],
    },
    goes: ['Aktualisiert am 12. Mai 2025', 'vor 3 Stunden'],
  },
  legal: {
    whole: ['(?:website )?(?:impressum|datenschutz)'],
    goes: ['Impressum', 'Datenschutz'],
  },
  'follower-count': {
    words: { followers: ['follower'] },
    goes: ['540 Follower'],
  },
  syndication: {
    words: { source: ['quelle'] },
    goes: ['Quelle: dpa'],
  },
  tags: {
    words: { label: ['schlagwörter'] },
    goes: ['Schlagwörter: Hafen'],
  },
  byline: {
    words: { by: ['[Vv]on', '[Aa]utor:?'] },
    goes: ['Von Anna Holm'],
  },
};
