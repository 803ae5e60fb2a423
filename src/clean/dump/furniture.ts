/**
 * Known page furniture: families of wording that sites share, in several languages. A family is a rule of the record
 * (`removed[].rule`), with the reason an operator reads. Never the wording of one site.
 *
 * `anywhere` families take a line out wherever it stands; the others are evidence for the classifier and name the rule of a line
 * that the classifier took out. Patterns see one normalised line, capped in length; none has nested quantifiers.
 */

import { family, opening, whole, NETWORKS, type Furniture } from './furniture-family.ts';
import { HINTS } from './furniture-hints.ts';
import { isWorthTrying, mayHold } from './furniture-needs.ts';

export const FURNITURE: readonly Furniture[] = [
  family(
    'advertisement',
    'marks the place of an advertisement',
    true,
    9,
    whole(String.raw`
      advert(?:isement|isements|ising|s)?|(?:story|article|content|post) continues below(?: this)?(?: advertisement| ad)?
      continue reading (?:below|the story below|after the ad)
      (?:advertisement )?scroll to continue(?: with content| reading)?|sponsored(?: content| by .{1,40})?
      paid (?:content|post|partner content)|ads? by .{1,30}|promoted(?: content| stories)?|anzeige|werbung|publicité
      publicidad|pubblicità|publicidade|реклама|advertentie|reklam[ae]?|annons(?:e)?|mainos|広告|광고|إعلان|διαφήμιση
    `),
  ),
  family(
    'read-more',
    'points to another story',
    true,
    40,
    // "READ: Minister resigns" and "Read more – …", not "Read the letter in full before you sign, he said."
    String.raw`^also on \S+\.\p{L}{2,}\b`,
    opening(String.raw`
      (?:also |must |please |now )?read(?: more| also| next| on| too| this)?(?: here| now| about| on this)?(?:\s*[:–—|»>→]|\s+-)\s*\S
      (?:see also|watch|listen|check out)(?: more| now| live| this| here| below)?\s*[:|»→]\s*\S
      (?:related|recommended|trending|don[’']t miss|more on this|in case you missed it|must[- ]see|must[- ]watch|up next|exclusive video|video)(?: (?:article|articles|story|stories|news|reading|content|link|links|post|posts|video|videos|coverage|topics?))?\s*[:|»→]\s*\S
      (?:lire aussi|à lire aussi|lire également|lesen sie auch|mehr zum thema|lees ook|lea también|lee también|leer también|te puede interesar|leggi anche|leia também|leia mais|veja também|saiba mais|läs också|läs även|les også|læs også|lue myös|czytaj też|czytaj także|zobacz też|zobacz także|читайте также|читайте також|см\. также|διαβάστε επίσης|přečtěte si|citește și|olvasd el)\s*[:–—|»>→-]?\s*\S
    `),
    whole(String.raw`
      read (?:more|next|on|also|now|full (?:story|article)|the full (?:story|article)|this next|here|more here|article)
      also read|must read|see also|click here(?: to read more| for more)?|continue reading|keep reading|learn more|show more
      load more|see more|view more|see all|view all|more details|weiterlesen|mehr lesen|lire la suite|lire plus|leer más
      ver más|leggi tutto|leia mais|ver mais|lees meer|läs mer|les mer|læs mere|lue lisää|читать далее|подробнее|читати далі
      czytaj więcej|więcej
    `),
  ),
  family(
    'watch',
    'introduces a video or audio player',
    true,
    8,
    whole(String.raw`
      (?:watch|listen)(?: now| live| below| here| it here| this| the video| the full video| the clip| video| to this article| to article| to the article| to this story| to the podcast)?
      video player|play video|video|audio|play|pause|mute|unmute|loading(?: video)?|video unavailable|now playing
      0 seconds of .{1,60}|embedded? (?:video|tweet|post)|view (?:this )?(?:post|tweet)(?: on .{1,20})?
    `),
  ),
  family(
    'newsletter',
    'asks readers to sign up for a newsletter or alerts',
    true,
    70,
    String.raw`(?:sign up|subscribe|join|get|register|receive)\b.{0,60}\b(?:newsletters?|inbox|mailing list|email list|e-mail updates|email alerts|daily digest|daily briefing)\b`,
    String.raw`\bwe (?:don[’']t|do not|won[’']t|will not|never) spam\b`,
    String.raw`\bno spam\b`,
    String.raw`\bunsubscribe at any ?time\b`,
    String.raw`^(?:our |the )?(?:free |daily |weekly )*newsletters?[:.!]?$`,
    String.raw`^privacy notice\s*:`,
    String.raw`^(?:please )?enter a valid e-?mail\b`,
    String.raw`^(?:get|receive|never miss)\b.{0,20}\b(?:latest|breaking|top|exclusive)\b.{0,30}\b(?:news|updates|stories|headlines|offers)\b.{0,120}$`,
    String.raw`^sign up (?:to|for)\b.{0,60}\be-?mails?\b`,
    String.raw`^get our .{0,30}\be-?mails?\b`,
    String.raw`\b(?:delivered|straight|sent|right|directly) (?:straight |directly |right |daily |weekly )?(?:to|in|into) your (?:e-?mail )?inbox\b`,
    String.raw`\b(?:latest|breaking|top) (?:news|stories|headlines)\b.{0,20}\b(?:for free|in your inbox|by email)\b`,
    String.raw`^(?:sign up|subscribe|join|get|receive)\b.{0,80}\b(?:privacy policy|terms of (?:use|service))\b`,
    String.raw`\b(?:newsletter|boletín|bulletin|nieuwsbrief|nyhedsbrev|nyhetsbrev)\b.{0,40}\b(?:abonnieren|anmelden|inscri\p{L}+|suscr\p{L}+|iscri\p{L}+|assin\p{L}+|abonne\p{L}+|tilmeld)\b`,
    String.raw`\b(?:abonnez-vous|inscrivez-vous|suscríbete|suscríbase|iscriviti|assine|inscreva-se|melden sie sich|abonnieren sie|подпишитесь|підпишіться|zapisz się)\b`,
  ),
  family(
    'donation',
    'asks readers for money',
    true,
    90,
    String.raw`\b(?:donate|donation|donations|contribution|contributions|support (?:our|us|independent|quality|local)|become a (?:member|patron|supporter))\b.{0,160}\b(?:journalism|newsroom|independent|reporting|our work|our mission|news coverage|free press|patreon|readers like you)\b`,
    String.raw`^(?:please )?(?:donate|support us|support our work|make a donation|become a (?:member|patron|supporter))(?: today| now| here)?[.!:]?$`,
    String.raw`\bbuy (?:me|us) a coffee\b`,
  ),
  family(
    'share',
    'share button',
    true,
    7,
    whole(String.raw`
      (?:please )?shares?(?: this)?(?: article| story| post| page| news| video)?(?: on| via| with)?(?: ${NETWORKS}| your friends| friends| options| link| icon| resource)?
      (?:tweet|e-?mail|print|copy link|copy url|pin it|pin|post|whatsapp|messenger|link copied|copied|flip|like this|save|bookmark|gift article|more sharing options|share tools|sharing options)(?: this| this article| article| page)?
      ${NETWORKS}|(?:${NETWORKS}[\s,|/·•]+){1,9}${NETWORKS}|partager|compartir|condividi|compartilhar|teilen|delen|dela|del
      jaa|поделиться|поділитися|udostępnij|シェア|공유|[\d.,]+[km]? (?:shares?|likes?|views?|retweets?|reads?)
    `),
  ),
  family(
    'follow-us',
    'asks readers to follow the outlet',
    true,
    60,
    String.raw`^(?:.{0,30}\b)?(?:follow|connect with|stay connected|stay tuned|stay up to date|find us|join us|like us|join our|join|subscribe to our)\b.{0,80}\b(?:${NETWORKS})\b.{0,30}(?:channel|page|group|feed|account|twitter|facebook|instagram|podcast|updates|news|stories|koo|youtube|telegram|whatsapp)?`,
    whole(String.raw`
      stay connected|follow us|follow|connect with us|find us on|join (?:us )?(?:on )?(?:telegram|whatsapp)
      follow us on .{1,40}|síguenos.{0,40}|suivez-nous.{0,40}|folgen sie uns.{0,40}|seguici.{0,40}|siga-nos.{0,40}
    `),
    String.raw`^listen to (?:our|the) .{0,40}\bon (?:spotify|apple|google)`,
  ),
  family(
    'app',
    'advertises an app',
    true,
    50,
    String.raw`^(?:get|download|install|try)\b.{0,40}\bapps?\b`,
    String.raw`\b(?:download|get|install)\b.{0,30}\b(?:the|our)\b.{0,30}\bapp\b.{0,60}\b(?:app store|google play|android|ios|iphone)\b`,
    whole(String.raw`
      app store|google play(?: store)?|get it on google play|download on the app store|available on the app store
    `),
  ),
  family(
    'poll',
    'reader poll or quiz box',
    true,
    40,
    whole(String.raw`
      (?:readers?[’']?s? |online |quick |daily )?polls?|take (?:our|the) (?:poll|quiz|survey)|vote in our poll.{0,30}
      view results|cast your vote
    `),
    String.raw`^by (?:completing|taking|answering|participating in) (?:this|our) (?:poll|survey|quiz)\b`,
  ),
  family(
    'comments',
    'comment section',
    true,
    30,
    whole(String.raw`
      (?:leave|post|write|add|submit) (?:a|your)(?: public| first)? (?:reply|comment|response|review)s?(?: here| below)?(?: cancel reply)?
      (?:view |show |hide |read |see |all |load )?(?:\(?\d[\d,.]*\)?|no|the)? ?comments?(?: \(\d+\)| so far| section| off| policy| guidelines| closed)?
      comments are (?:closed|off|turned off|disabled).{0,40}|join the (?:conversation|discussion|debate).{0,40}
      please enter your .{1,40}|(?:log|sign) ?in (?:to|with) .{0,20}\bto (?:post a |leave a )?(?:comment|reply)|notify of
      notify me of .{1,60}|be the first to comment|start the (?:conversation|discussion)|cancel reply|what do you think\??
      have your say|kommentare?|kommentieren|commentaires?|comentarios?|commenti|comentários?|комментарии|коментарі
      komentarze|reacties|kommentarer
    `),
    // "59 Comments on “The pier”", "One thought on “The pier”": how blog software heads its comments
    String.raw`^(?:\d[\d,.]*|one|no) (?:comments?|responses?|thoughts?|replies|reply) (?:on|to) [“"‘'«]`,
    String.raw`\byour e-?mail address will not be published\b`,
    String.raw`\brequired fields are marked\b`,
    String.raw`^save my name,? e-?mail\b`,
    String.raw`\b(?:read|see|follow) our (?:comments?|commenting|community) (?:policy|guidelines|rules)\b`,
    String.raw`\b(?:our|the) comments? sections? (?:is|are) (?:restricted|limited|closed|open|moderated)\b`,
    String.raw`^(?:you must be logged in|you need to log ?in|please log ?in|log ?in or register|already have an account)\b`,
  ),
  family(
    'follower-count',
    'follower counter of a social widget',
    true,
    6,
    // "0FansLike", "12,431 Followers Follow"
    String.raw`^[\d.,]+ ?[km]? ?(?:fans|followers|subscribers|abonnés|seguidores|follower)(?: ?(?:like|follow|subscribe|join))?$`,
  ),
  family(
    'account',
    'sign-in or membership prompt',
    true,
    25,
    whole(String.raw`
      log ?in|sign ?in|sign ?up|log ?out|register(?: now)?|subscribe(?: now| today)?|subscriptions?|my account
      create (?:an |a free )?account|become a member|forgot (?:your )?password\??|se connecter|s’abonner|iniciar sesión
      anmelden|accedi|entrar|войти|увійти|zaloguj(?: się)?
    `),
    String.raw`\bcreate an? (?:free )?account\b`,
    String.raw`\b(?:already|not yet|not) a (?:member|subscriber)\b`,
    String.raw`^(?:to (?:continue|read|join|comment)|if you are already)\b.{0,60}\b(?:log ?in|sign ?in|sign ?up|subscribe|register|account)\b`,
    String.raw`^(?:this (?:article|content|story) is (?:for|available to|reserved for)|exclusive to|unlock this)\b.{0,60}\b(?:subscribers?|members)\b`,
  ),
  family(
    'syndication',
    'says where the story was first published',
    true,
    45,
    String.raw`^the post\b.{1,300}\b(?:appeared first on|first appeared on)\b`,
    String.raw`^(?:source|via|source link|source url|original source|original article|quelle|fuente|fonte|bron|источник|джерело|źródło)\s*(?::\s*\S.{0,80})?$`,
    String.raw`^(?:this |the )?(?:article|story|post|piece|report|content|column|essay)?\s*(?:was |has been |is )?(?:originally|first|previously) (?:published|appeared|posted)\b.{0,120}$`,
    String.raw`^(?:this (?:article|story|post|piece|report|content) (?:was|is|has been) (?:originally |first |re|re-)?(?:published|syndicated|republished|posted|produced|provided)\b)`,
    String.raw`^read the (?:original|full) (?:article|story|post|report)(?: (?:here|at|on)\b.{0,60})?[.:]?$`,
    String.raw`^\(?(?:except for the headline,)? ?this story has not been edited by\b`,
  ),
  family(
    'copyright',
    'copyright notice',
    true,
    60,
    String.raw`^(?:©|\(c\) ?\d|copyright\b)`,
    String.raw`(?:©|\(c\)|copyright) ?(?:\d{4}|by\b)`,
    String.raw`^.{0,60}©`,
    String.raw`\ball rights reserved\b`,
    String.raw`^(?:this material may not be|no part of this|reproduction of)\b`,
    String.raw`\b(?:tous droits réservés|todos los derechos reservados|alle rechte vorbehalten|tutti i diritti riservati|todos os direitos reservados|все права защищены|всі права захищені|wszelkie prawa zastrzeżone)\b`,
  ),
  family(
    'photo-credit',
    'credit of a picture',
    true,
    36,
    String.raw`^[\s([]*(?:photo|photos|photograph|image|images|picture|pic|file photo|featured image|illustration|graphic|video|screenshot|main image|lead image|cover image|header image|stock photo)s?(?: credits?| source| courtesy| by| illustration)*\s*(?:of\s+)?[:/|©-]\s*\S`,
    String.raw`^[\s([]*(?:photo|image|picture|pic|photograph|illustration|graphic|screenshot|video)s? (?:credits?|by|courtesy|via|from|provided by)\b`,
    String.raw`^[\s([]*(?:foto|fotos|bild|crédit photo|crédits? photo|crédito|photo d’illustration|imagen|imagem|immagine|фото|світлина|zdjęcie|fot\.|kuva)\s*[:/©]\s*\S`,
    String.raw`\((?:ap|afp|reuters|getty|epa|photo|image|file photo|credit|source|courtesy)[^()]{0,60}(?:photo|images?|pool|via|getty|/)[^()]{0,60}\)[.\s]*$`,
    String.raw`\((?:photo|image|picture|credit|image credit|photo credit|picture credit|courtesy|source|foto|bild)\s*(?:by|:|courtesy|/|©)[^()]{1,80}\)[.\s]*$`,
    String.raw`[/|]\s?(?:getty(?: images)?|afp|reuters|ap|epa|shutterstock|i?stock|alamy|unsplash|zuma|imago|dpa|anp|belga|scanpix|picture alliance|newscom|upi|wire)\b.{0,30}$`,
    String.raw`\b(?:getty images|shutterstock|istock(?:photo)?|associated press photo|ap photo|reuters/\p{L}+|unsplash|pexels|pixabay|wikimedia commons)\b.{0,30}$`,
    String.raw`\b(?:source|credit|courtesy|photo|image): ?@\w+`,
    // "The square on Sunday. Credit: Jane Doe", not "Credit: the bank's lending is up." (starts a line, runs on)
    String.raw`\s(?:(?:photo|image|picture) )?credits?: ?\p{L}[^.!?]{1,60}$`,
    String.raw`^credits?: ?\p{L}[^.!?]{1,60}$`,
  ),
  family(
    'related-heading',
    'heading of a list of other stories',
    true,
    9,
    whole(String.raw`
      related(?: articles?| stories| story| posts?| content| topics?| news| links?| coverage| reading| videos?| items| tags)?
      (?:the )?(?:latest|recent|popular|trending|featured|top|other|similar|breaking|today[’']s|best|new)(?: (?:top|local|world|us|sports))?(?: articles?| stories| posts?| news| headlines| videos?| topics?| content| now| today| comments| tags)
      most (?:popular|recent)(?: .{1,30})?
      most (?:read|viewed|shared|commented|watched|discussed)(?: (?!(?:the|a|an|this|that|these|those|his|her|their|its|our|my|your|it|him|them|to|about|only|just|no|not|nothing|all|both|every|what|as|and|but|because)\b).{1,30})?
      more (?:from|on|in|about|by|like|for|stories|news|articles|posts|headlines|coverage|videos|reading|top)(?: .{1,40})?
      (?:recommended|suggested|selected|picked)(?: (?:for you|stories|articles|reading|posts|videos|by .{1,20}|from .{1,20}))?
      (?:you (?:may|might|will|could) (?:also )?(?:like|enjoy|be interested in|have missed)|you[’']ll also like|if you liked this).{0,30}
      (?:trending|trending now|up next|read next|what to read next|next up|next article|next post|previous (?:article|post)|editor[’']?s?[’']? (?:picks?|choice)|don[’']t miss(?: this)?|in other news|from around the web|around the web|from our partners|keep on reading|explore more|further reading|in this (?:article|section)|sponsored stories|promoted stories|more)
      ähnliche artikel|mehr zum thema|das könnte sie auch interessieren|auch interessant|meistgelesen|sur le même sujet
      à lire aussi|articles similaires|vous aimerez aussi|les plus lus|artículos relacionados|noticias relacionadas
      lo más (?:leído|visto)|te puede interesar|articoli correlati|leggi anche|potrebbe interessarti|i più letti
      notícias relacionadas|leia também|mais lidas|veja também|читайте также|читайте також|похожие статьи|новости по теме
      популярное|czytaj (?:też|także|również)|zobacz (?:też|także|również)|lees ook|meest gelezen|läs (?:också|även|mer)
      les også|læs også|lue myös|関連記事|관련 기사|اقرأ أيضا
    `),
  ),
  family(
    'navigation',
    'menu or page control',
    true,
    8,
    whole(String.raw`
      skip to (?:main |the )?(?:content|navigation|footer)|menu|main menu|search(?: for| query| this site| here)?
      submit search|show search|no results?(?: found)?|view all results?|close(?: menu| search)?
      open (?:menu|search|navigation)|toggle (?:navigation|menu|search)|back to (?:top|home|homepage|all)|top of page
      bottom of page|home|next|previous|prev|back|expand|collapse|table of contents|jump to(?: recipe| content| section)?
      sitemap|all posts|go to .{1,20}page|image \d+ of \d+|\d+ of \d+|\d+ ?/ ?\d+|hide caption|toggle caption
      enlarge this image|view (?:image|gallery|photos?)|change (?:language|region|edition)|edition|dark mode|text size
      font size|a[+-]|zum inhalt springen|aller au contenu.{0,20}|saltar al contenido.{0,20}|ir al contenido.{0,20}
      vai al contenuto.{0,20}|pular para o conteúdo.{0,20}
    `),
  ),
  family(
    'legal',
    'cookie, privacy or terms notice',
    true,
    60,
    whole(String.raw`
      (?:website )?(?:privacy|cookies?|cookie settings|privacy (?:policy|notice|settings|statement|preferences)|cookie (?:policy|notice|preferences)|terms|terms (?:of|and|&) (?:use|service|services|conditions|sale)|imprint|impressum|datenschutz|legal(?: notice)?|accessibility statement|do not sell.{0,50}|your (?:privacy|ad|california) (?:choices|rights).{0,20}|mentions légales|aviso legal|note legali|contact(?: us)?|about us|advertise(?: with us)?|careers|rss|ethics policy|corrections|editorial (?:policy|guidelines|standards))
    `),
    // "We and our partners store cookies", not "We baked cookies" nor "“We use cookies,” she said."
    String.raw`(?<![“"«„‘].{0,80})\b(?:we|this (?:web)?site|our (?:web)?site)\b.{0,30}\b(?:us(?:e|es|ed|ing)|stores?|sets?|plac(?:e|es|ing)|employs?|deploys?|requires?|accept|access)\b.{0,30}\bcookies\b`,
    String.raw`\b(?:accept|reject|manage)(?: all)? cookies\b`,
    String.raw`\bby (?:using|continuing|clicking|browsing|submitting|signing|subscribing|providing|entering)\b.{0,80}\b(?:you (?:agree|consent|accept|acknowledge|confirm)|cookies|privacy policy|terms)\b`,
    String.raw`\bprotected by recaptcha\b`,
    String.raw`\bfor (?:general )?information(?:al)? purposes only\b`,
    String.raw`\bpersonal,? non-?commercial use only\b`,
    String.raw`\b(?:has|have|holds?|owns?) no positions? in any\b`,
    String.raw`\b(?:our|the) privacy policy\b.{0,60}$`,
  ),
  family(
    'affiliate',
    'affiliate or advertising disclosure',
    true,
    60,
    String.raw`\b(?:may|might|can|could|will|sometimes) (?:earn|receive|get|make) (?:an? |some )?(?:small |affiliate |sales? )*(?:commissions?|compensation)\b`,
    String.raw`\b(?:contains?|includes?|uses?|are|our|these|some|through) (?:\p{L}+ ){0,2}affiliate (?:links?|partners?|disclosure)\b`,
    String.raw`^affiliate (?:links?|disclosure|disclaimer)\b`,
    String.raw`\bas an amazon associate\b`,
  ),
  family(
    'standards',
    'names the outlet’s own editorial standards or asks for corrections',
    true,
    40,
    String.raw`^our standards\s*:`,
    String.raw`^(?:report a (?:correction|typo|mistake|problem|bug)|see something wrong|spotted an error|found a mistake|got a (?:tip|story|news tip)|have a (?:tip|story|news tip)|send (?:us )?(?:your )?(?:tips?|feedback)|contact the (?:author|reporter|editor)|suggest a correction)\b`,
    String.raw`^(?:purchase|get|buy|order) (?:licensing|reprint|reprints|rights)\b`,
  ),
  family(
    'reading-time',
    'reading time',
    true,
    6,
    String.raw`^(?:(?:estimated )?(?:reading|read) time\s*[:|-]?\s*)?[<~]?\d+(?:[-–]\d+)?\s*(?:min(?:ute)?s?\.?|mins?)(?: read(?:ing)?(?: time)?| de lectura| de lecture| di lettura| de leitura| lesezeit)$`,
    String.raw`^(?:estimated )?(?:reading|read) time\b.{0,20}$`,
    String.raw`^(?:lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|время чтения)\b.{0,20}$`,
  ),
  family(
    'tags',
    'topic tags',
    true,
    30,
    String.raw`^(?:tags?|topics?|filed under|filed in|posted in|categories|category|keywords|labels?|hashtags?|more on|in this story|companies|temas?|etiquetas|mots[- ]clés|schlagwörter|теги|tagi)\s*[:|]\s*\S`,
    String.raw`^(?:posted|filed) (?:in|under)\b`,
    whole(String.raw`tags?|topics?|categories|filed under|keywords`),
    String.raw`^(?:#\p{L}[\p{L}\p{N}_]*[\s,]*)+$`,
  ),
  family(
    'link-label',
    'text of a link or button',
    true,
    9,
    whole(String.raw`
      opens (?:in )?(?:a )?new (?:tab|window)|click here(?: to .{1,40})?|click here to get .{1,40} app|buy now|shop now
      add to cart|check price.{0,20}|see (?:price|deal|it)(?: (?:at|on) .{1,20})?
      view (?:deal|profile|archive|all posts(?: by .{1,30})?|author archive|offer)|get started|try (?:it )?(?:for )?free
      book (?:now|a demo)|request a demo|download(?: now)?|visit (?:site|website)|more info(?:rmation)?|read (?:author )?bio
      see (?:full )?bio|go to comments|submit|send|cancel|ok|got it|no thanks|yes please|apply now|.{0,40}click here
      click to get .{1,40} app|having trouble.{0,30}
    `),
  ),
  ...HINTS,
];

const MAX_PATTERN_CHARS = 600;

/** The first family a line belongs to, looking only at the line itself. `words` is its word count. */
export function matchFurniture(text: string, words: number): Furniture | undefined {
  if (text.length > MAX_PATTERN_CHARS) {
    return undefined;
  }
  const lower = text.toLowerCase();
  const families = mayHold(lower);
  return FURNITURE.find(
    ({ rule, maxWords, opening: start, inner }) =>
      words <= maxWords &&
      (start?.test(text) === true || (inner !== undefined && isWorthTrying(rule, lower, families) && inner.test(text))),
  );
}
