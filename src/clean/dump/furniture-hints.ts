/** Families that are evidence only: such lines may belong to the story, so the classifier decides. */
import { MONTH, exactCase, family, whole, type Furniture } from './furniture-family.ts';

export const HINTS: readonly Furniture[] = [
  family(
    'comment-entry',
    'head or button of a reader comment',
    false,
    25,
    String.raw`^.{2,60}\b(?:said|says|wrote|writes|commented|replied|posted|sagt|schreibt|dice|dit|écrit|disse|ha detto|написал|пишет)\b[^"“]{0,20}\d[^"“]{0,20}:$`,
    String.raw`^.{2,50}\bon \p{L}{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4}(?:,? at)? \d{1,2}:\d{2}`,
    String.raw`^\p{L}{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4},? at \d{1,2}:\d{2}\s*(?:[ap]\.?m\.?)?(?: reply)?$`,
    String.raw`^\d{1,2} \p{L}{3,9} \d{4} (?:at|um|à|a las) \d{1,2}:\d{2}$`,
    whole(String.raw`
      reply(?: to .{1,30})?|report (?:abuse|comment)|flag(?: as inappropriate)?|permalink|upvote|downvote
      rating: -?\d+(?: votes?)?|\d+ (?:points?|repl(?:y|ies)|votes?|upvotes?|likes?)|likes?|quote|antworten|répondre
      responder|rispondi|ответить|view (?:\d+ )?repl(?:y|ies)|in reply to .{1,40}|edited|(?:last )?edited .{1,30}
    `),
  ),
  family(
    'social-post',
    'signature or address of an embedded social post',
    false,
    30,
    // "— Jane Doe (@janedoe) February 28, 2024"
    String.raw`^[—–-]+ ?.{1,60}\(@\w{1,30}\)`,
    String.raw`\b(?:pic\.twitter\.com|t\.co)/\w+`,
    String.raw`^@\w{2,30}$`,
    String.raw`^(?:a post shared by|view this post on|view more on|ver esta publicación|voir cette publication)\b`,
  ),
  family(
    'promotion',
    'promotes the outlet or its services',
    false,
    70,
    String.raw`\b(?:dear (?:readers?|friends?|subscribers?)|help us (?:continue|keep|to)|we (?:need|rely on|depend on) your|your (?:support|generosity) (?:helps|allows|makes|keeps|will))\b`,
    String.raw`^(?:please )?(?:visit|check out|go to|see) \S+\.(?:com|org|net|co|io|info)\b`,
    String.raw`^(?:join|become|start|try|enjoy|unlock|access|subscribe|buy|order|book|shop|save|listen|download|discover|explore)\b.{0,80}\b(?:free|now|today|access|premium|exclusive|offer|discount|membership|members|subscribers|podcast|store|code)\b`,
    String.raw`\b(?:special|full|unlimited|exclusive) access to\b`,
    String.raw`\bfree of charge\.?$`,
    String.raw`\b(?:is|are) (?:an?|the|one of the) (?:\p{L}+[ -]){0,3}(?:leading|largest|trusted|award[- ]winning|independent|nonprofit|non-profit|non-partisan|global|fastest[- ]growing|premier|world[’']s)\b.{0,100}\b(?:news|media|publication|publisher|provider|organi[sz]ation|company|newspaper|magazine|website|platform|source|solutions?|supplier|network)\b`,
    String.raw`^about (?:the )?\p{L}[\p{L}\p{N}&.' -]{1,40}:?$`,
  ),
  exactCase(
    'author-note',
    'note about the author',
    80,
    String.raw`^(?:[Yy]ou can|[Tt]o) (?:e-?mail|reach|contact|follow)\b`,
    String.raw`^(?:[Ff]ollow|[Cc]ontact|[Ee]-?mail|[Rr]each)(?: (?:him|her|them|me|\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2}))? (?:on|at)\b`,
    String.raw`^(?:About (?:the|our) [Aa]uthors?|ABOUT THE AUTHORS?|[Aa]bout \p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,2})$`,
    String.raw`\b(?:is|was) (?:a|an|the)(?: [\p{L}-]+){0,6} (?:reporter|correspondent|journalist|writer|editor|columnist|contributor|producer|blogger|freelancer)\b.{0,80}\b(?:for|at|with|covering|covers|based|who|who’s|specializing)\b`,
    String.raw`\b(?:[Hh]er|[Hh]is|[Tt]heir) (?:work|writing|articles|stories|reporting) (?:has|have) (?:also )?(?:appeared|been published|been featured)\b`,
  ),
  exactCase(
    'byline',
    'line naming the author',
    18,
    String.raw`^(?:(?:[Ww]ritten|[Pp]osted|[Pp]ublished|[Rr]eported|[Ss]tory|[Ww]ords|[Rr]eport|[Aa]nalysis|[Aa]rticle|[Uu]pdated) )?(?:[Bb]y:?|BY:?|[Pp]or|[Pp]ar|[Vv]on|[Dd]i|[Dd]oor|[Aa]v|[Aa]f|Автор:?|[Aa]utor:?|[Aa]uthor:?|[Aa]uteur:?|[Tt]exte? ?:?)\s+@?\p{Lu}`,
    String.raw`^(?:[Ss]taff (?:[Ww]riter|[Rr]eporter|[Rr]eport)|Associated Press|Reuters|AFP|AP|[Gg]uest (?:[Aa]uthor|[Cc]ontributor)|[Cc]ontributors?|[Ee]ditorial (?:[Ss]taff|[Bb]oard|[Tt]eam)|[Cc]orrespondent|[Ss]enior (?:[Ee]ditor|[Rr]eporter|[Ww]riter)|[Ee]ditor)\b.{0,40}$`,
  ),
  family(
    'timestamp',
    'date or time of publication',
    false,
    16,
    String.raw`^(?:(?:first |last |originally )?(?:published|updated|posted|modified|created|date|on|actualizado|publicado|publié|mis à jour|veröffentlicht|aktualisiert|stand|pubblicato|aggiornato|atualizado|опубликовано|обновлено|am|le)\b[^.]{0,20})?\s*(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.]?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?[\s./-]+)?(?:${MONTH}\.?[\s,/-]+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|${MONTH}\.?[\s,]+\d{4}|\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})`,
    String.raw`^(?:\d{1,3}|an?|one|two|three) (?:sec(?:ond)?s?|min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?) ago\b`,
    String.raw`^(?:(?:last |first )?(?:updated|published|posted|modified))\b.{0,60}\d`,
    String.raw`^\d{1,2}:\d{2}\s*(?:[ap]\.?m\.?)?(?: [a-z]{2,4})?\b.{0,30}$`,
    String.raw`^(?:vor|il y a|hace) \d`,
  ),
  exactCase(
    'credit',
    'says who else worked on the story',
    60,
    String.raw`\b[Cc]ontributed to this (?:report|story|article|post)\b`,
    String.raw`^\(?(?:(?:[Aa]dditional|[Ff]urther) )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Rr]eported|[Ee]dited|[Cc]ompiled)(?: and (?:[Ww]riting|[Ee]diting|[Rr]eporting))? by\b`,
    String.raw`\breported from \p{Lu}`,
    String.raw`^\(?[Ww]ith (?:inputs?|reporting|additional reporting|files|material) from\b`,
  ),
];
