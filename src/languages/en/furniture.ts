/** English wording of page furniture. */
import type { FurnitureWords } from '../furniture-words.ts';

export const furniture: FurnitureWords = {
  advertisement: {
    whole: [
      'advert(?:isement|isements|ising|s)?|(?:story|article|content|post) continues below(?: this)?(?: advertisement| ad)?',
      'continue reading (?:below|the story below|after the ad)|(?:advertisement )?scroll to continue(?: with content| reading)?',
      'sponsored(?: content| by .{1,40})?|paid (?:content|post|partner content)|ads? by .{1,30}|promoted(?: content| stories)?',
    ],
    goes: ['- Advertisement -', 'ADVERTISEMENT', 'Story continues below this ad', 'Sponsored content'],
  },
  'read-more': {
    whole: [
      'read (?:more|next|on|also|now|full (?:story|article)|the full (?:story|article)|this next|here|more here|article)|also read',
      'must read|see also|click here(?: to read more| for more)?|continue reading|keep reading|learn more|show more|load more',
      'see more|view more|see all|view all|more details',
    ],
    opening: [
      String.raw`(?:also |must |please |now )?read(?: more| also| next| on| too| this)?(?: here| now| about| on this)?(?:\s*[:–—|»>→]|\s+-)\s*\S`,
      String.raw`(?:see also|watch|listen|check out)(?: more| now| live| this| here| below)?\s*[:|»→]\s*\S`,
      String.raw`(?:related|recommended|trending|don[’']t miss|more on this|in case you missed it|must[- ]see|must[- ]watch|up next|exclusive video|video)(?: (?:article|articles|story|stories|news|reading|content|link|links|post|posts|video|videos|coverage|topics?))?\s*[:|»→]\s*\S`,
    ],
    start: [String.raw`also on \S+\.\p{L}{2,}\b`],
    goes: [
      'READ MORE: Mayor refuses to resign',
      'Also read: Bridge closes for repairs',
      'See also → Ferry timetable',
      'Related: Mayor denies plan to sell the docks',
      'Continue reading',
    ],
  },
  watch: {
    whole: [
      '(?:watch|listen)(?: now| live| below| here| it here| this| the video| the full video| the clip| video| to this article| to article| to the article| to this story| to the podcast)?',
      'video player|play video|video|audio|play|pause|mute|unmute|loading(?: video)?|video unavailable|now playing',
      '0 seconds of .{1,60}|embedded? (?:video|tweet|post)|view (?:this )?(?:post|tweet)(?: on .{1,20})?',
    ],
    goes: ['Watch live', 'Video player', 'Now playing', 'WATCH:'],
  },
  newsletter: {
    start: [
      '(?:our |the )?(?:free |daily |weekly )*newsletters?[:.!]?$',
      String.raw`privacy notice\s*:`,
      String.raw`(?:please )?enter a valid e-?mail\b`,
      String.raw`(?:get|receive|never miss)\b.{0,20}\b(?:latest|breaking|top|exclusive)\b.{0,30}\b(?:news|updates|stories|headlines|offers)\b.{0,120}$`,
      String.raw`sign up (?:to|for)\b.{0,60}\be-?mails?\b`,
      String.raw`get our .{0,30}\be-?mails?\b`,
      String.raw`(?:sign up|subscribe|join|get|receive)\b.{0,80}\b(?:privacy policy|terms of (?:use|service))\b`,
    ],
    inner: [
      String.raw`(?:sign up|subscribe|join|get|register|receive)\b.{0,60}\b(?:newsletters?|inbox|mailing list|email list|e-mail updates|email alerts|daily digest|daily briefing)\b`,
      String.raw`\bwe (?:don[’']t|do not|won[’']t|will not|never) spam\b`,
      String.raw`\bno spam\b`,
      String.raw`\bunsubscribe at any ?time\b`,
      String.raw`\b(?:delivered|straight|sent|right|directly) (?:straight |directly |right |daily |weekly )?(?:to|in|into) your (?:e-?mail )?inbox\b`,
      String.raw`\b(?:latest|breaking|top) (?:news|stories|headlines)\b.{0,20}\b(?:for free|in your inbox|by email)\b`,
    ],
    words: { letter: ['newsletter'] },
    goes: [
      'Sign up for our free daily newsletter.',
      'Get the latest news delivered straight to your inbox',
      'We don’t spam! Read our privacy policy for more info.',
      'Get all the latest headlines for free in your inbox!',
    ],
  },
  donation: {
    start: [
      '(?:please )?(?:donate|support us|support our work|make a donation|become a (?:member|patron|supporter))(?: today| now| here)?[.!:]?$',
    ],
    inner: [
      String.raw`\b(?:donate|donation|donations|contribution|contributions|support (?:our|us|independent|quality|local)|become a (?:member|patron|supporter))\b.{0,160}\b(?:journalism|newsroom|independent|reporting|our work|our mission|news coverage|free press|patreon|readers like you)\b`,
      String.raw`\bbuy (?:me|us) a coffee\b`,
    ],
    goes: ['Donate today', 'Support our work', 'Please support independent journalism with a donation.', 'Buy us a coffee'],
  },
  share: {
    whole: [
      '(?:please )?shares?(?: this)?(?: article| story| post| page| news| video)?(?: on| via| with)?(?: <networks>| your friends| friends| options| link| icon| resource)?',
      '(?:tweet|e-?mail|print|copy link|copy url|pin it|pin|post|whatsapp|messenger|link copied|copied|flip|like this|save|bookmark|gift article|more sharing options|share tools|sharing options)(?: this| this article| article| page)?',
      String.raw`[\d.,]+[km]? (?:shares?|likes?|views?|retweets?|reads?)`,
    ],
    goes: ['Share this article', 'Share on Facebook', 'Tweet', 'Copy link', 'Email', 'Print'],
  },
  'follow-us': {
    whole: ['stay connected|follow us|follow|connect with us|find us on|join (?:us )?(?:on )?(?:telegram|whatsapp)|follow us on .{1,40}'],
    start: [
      String.raw`(?:.{0,30}\b)?(?:follow|connect with|stay connected|stay tuned|stay up to date|find us|join us|like us|join our|join|subscribe to our)\b.{0,80}\b(?:<networks>)\b.{0,30}(?:channel|page|group|feed|account|twitter|facebook|instagram|podcast|updates|news|stories|koo|youtube|telegram|whatsapp)?`,
      String.raw`listen to (?:our|the) .{0,40}\bon (?:spotify|apple|google)`,
    ],
    goes: ['Follow us on Twitter', 'Stay connected', 'join telegram', 'Listen to our podcast on Spotify'],
  },
  app: {
    whole: ['app store|google play(?: store)?|get it on google play|download on the app store|available on the app store'],
    start: [String.raw`(?:get|download|install|try)\b.{0,40}\bapps?\b`],
    inner: [
      String.raw`\b(?:download|get|install)\b.{0,30}\b(?:the|our)\b.{0,30}\bapp\b.{0,60}\b(?:app store|google play|android|ios|iphone)\b`,
    ],
    goes: ['Download our app from the App Store or Google Play', 'Get it on Google Play', 'Install the Courier app for alerts'],
  },
  poll: {
    whole: [
      "(?:readers?[’']?s? |online |quick |daily )?polls?|take (?:our|the) (?:poll|quiz|survey)|vote in our poll.{0,30}|view results",
      'cast your vote',
    ],
    start: [String.raw`by (?:completing|taking|answering|participating in) (?:this|our) (?:poll|survey|quiz)\b`],
    goes: ['Take our poll', 'View results', 'By taking this survey you help us'],
  },
  comments: {
    whole: [
      '(?:leave|post|write|add|submit) (?:a|your)(?: public| first)? (?:reply|comment|response|review)s?(?: here| below)?(?: cancel reply)?',
      String.raw`(?:view |show |hide |read |see |all |load )?(?:\(?\d[\d,.]*\)?|no|the)? ?comments?(?: \(\d+\)| so far| section| off| policy| guidelines| closed)?`,
      'comments are (?:closed|off|turned off|disabled).{0,40}|join the (?:conversation|discussion|debate).{0,40}',
      String.raw`please enter your .{1,40}|(?:log|sign) ?in (?:to|with) .{0,20}\bto (?:post a |leave a )?(?:comment|reply)|notify of`,
      String.raw`notify me of .{1,60}|be the first to comment|start the (?:conversation|discussion)|cancel reply|what do you think\??`,
      'have your say',
    ],
    start: [
      String.raw`(?:\d[\d,.]*|one|no) (?:comments?|responses?|thoughts?|replies|reply) (?:on|to) [“"‘'«]`,
      String.raw`save my name,? e-?mail\b`,
      String.raw`(?:you must be logged in|you need to log ?in|please log ?in|log ?in or register|already have an account)\b`,
    ],
    inner: [
      String.raw`\byour e-?mail address will not be published\b`,
      String.raw`\brequired fields are marked\b`,
      String.raw`\b(?:read|see|follow) our (?:comments?|commenting|community) (?:policy|guidelines|rules)\b`,
      String.raw`\b(?:our|the) comments? sections? (?:is|are) (?:restricted|limited|closed|open|moderated)\b`,
    ],
    goes: [
      'Leave a comment',
      '12 comments',
      'Join the conversation',
      'Your email address will not be published.',
      'One thought on “The pier”',
    ],
  },
  account: {
    whole: [
      'log ?in|sign ?in|sign ?up|log ?out|register(?: now)?|subscribe(?: now| today)?|subscriptions?|my account',
      String.raw`create (?:an |a free )?account|become a member|forgot (?:your )?password\??`,
    ],
    start: [
      String.raw`(?:to (?:continue|read|join|comment)|if you are already)\b.{0,60}\b(?:log ?in|sign ?in|sign ?up|subscribe|register|account)\b`,
      String.raw`(?:this (?:article|content|story) is (?:for|available to|reserved for)|exclusive to|unlock this)\b.{0,60}\b(?:subscribers?|members)\b`,
    ],
    inner: [String.raw`\bcreate an? (?:free )?account\b`, String.raw`\b(?:already|not yet|not) a (?:member|subscriber)\b`],
    goes: ['Log in', 'Create a free account', 'Already a member?'],
  },
  syndication: {
    start: [
      String.raw`the post\b.{1,300}\b(?:appeared first on|first appeared on)\b`,
      String.raw`(?:this |the )?(?:article|story|post|piece|report|content|column|essay)?\s*(?:was |has been |is )?(?:originally|first|previously) (?:published|appeared|posted)\b.{0,120}$`,
      String.raw`(?:this (?:article|story|post|piece|report|content) (?:was|is|has been) (?:originally |first |re|re-)?(?:published|syndicated|republished|posted|produced|provided)\b)`,
      String.raw`read the (?:original|full) (?:article|story|post|report)(?: (?:here|at|on)\b.{0,60})?[.:]?$`,
      String.raw`\(?(?:except for the headline,)? ?this story has not been edited by\b`,
    ],
    words: { source: ['source', 'via', 'source link', 'source url', 'original source', 'original article'] },
    goes: [
      'This article was originally published by The Courier.',
      'The post Council buys ferries appeared first on The Courier.',
      'Source: The Courier',
    ],
  },
  copyright: {
    start: [String.raw`copyright\b`, String.raw`(?:this material may not be|no part of this|reproduction of)\b`],
    inner: [String.raw`(?:©|\(c\)|copyright) ?(?:\d{4}|by\b)`, String.raw`\ball rights reserved\b`],
    goes: ['Copyright 2025 The Courier', 'The Courier. All rights reserved.', 'No part of this may be copied'],
  },
  'photo-credit': {
    start: [
      String.raw`[\s([]*(?:photo|photos|photograph|image|images|picture|pic|file photo|featured image|illustration|graphic|video|screenshot|main image|lead image|cover image|header image|stock photo)s?(?: credits?| source| courtesy| by| illustration)*\s*(?:of\s+)?[:/|©-]\s*\S`,
      String.raw`[\s([]*(?:photo|image|picture|pic|photograph|illustration|graphic|screenshot|video)s? (?:credits?|by|courtesy|via|from|provided by)\b`,
      String.raw`credits?: ?\p{L}[^.!?]{1,60}$`,
    ],
    inner: [
      String.raw`\((?:ap|afp|reuters|getty|epa|photo|image|file photo|credit|source|courtesy)[^()]{0,60}(?:photo|images?|pool|via|getty|/)[^()]{0,60}\)[.\s]*$`,
      String.raw`\((?:photo|image|picture|credit|image credit|photo credit|picture credit|courtesy|source)\s*(?:by|:|courtesy|/|©)[^()]{1,80}\)[.\s]*$`,
      String.raw`\b(?:source|credit|courtesy|photo|image): ?@\w+`,
      String.raw`\s(?:(?:photo|image|picture) )?credits?: ?\p{L}[^.!?]{1,60}$`,
    ],
    goes: [
      'Photo: Jane Doe / Reuters',
      'The old pier at dusk. (Photo: Anna Holm)',
      'Harbour workers. Source: @ostfjordharbour',
      'A ferry leaves the pier on Monday. Credit: Anna Holm/Nordpress',
    ],
  },
  'related-heading': {
    whole: [
      'related(?: articles?| stories| story| posts?| content| topics?| news| links?| coverage| reading| videos?| items| tags)?',
      "(?:the )?(?:latest|recent|popular|trending|featured|top|other|similar|breaking|today[’']s|best|new)(?: (?:top|local|world|us|sports))?(?: articles?| stories| posts?| news| headlines| videos?| topics?| content| now| today| comments| tags)",
      'most (?:popular|recent)(?: .{1,30})?',
      String.raw`most (?:read|viewed|shared|commented|watched|discussed)(?: (?!(?:the|a|an|this|that|these|those|his|her|their|its|our|my|your|it|him|them|to|about|only|just|no|not|nothing|all|both|every|what|as|and|but|because)\b).{1,30})?`,
      'more (?:from|on|in|about|by|like|for|stories|news|articles|posts|headlines|coverage|videos|reading|top)(?: .{1,40})?',
      '(?:recommended|suggested|selected|picked)(?: (?:for you|stories|articles|reading|posts|videos|by .{1,20}|from .{1,20}))?',
      "(?:you (?:may|might|will|could) (?:also )?(?:like|enjoy|be interested in|have missed)|you[’']ll also like|if you liked this).{0,30}",
      "(?:trending|trending now|up next|read next|what to read next|next up|next article|next post|previous (?:article|post)|editor[’']?s?[’']? (?:picks?|choice)|don[’']t miss(?: this)?|in other news|from around the web|around the web|from our partners|keep on reading|explore more|further reading|in this (?:article|section)|sponsored stories|promoted stories|more)",
    ],
    goes: ['Related articles', 'Most read in World', 'Most popular this week:', 'More from The Courier', 'You may also like'],
  },
  navigation: {
    whole: [
      'skip to (?:main |the )?(?:content|navigation|footer)|menu|main menu|search(?: for| query| this site| here)?|submit search',
      'show search|no results?(?: found)?|view all results?|close(?: menu| search)?|open (?:menu|search|navigation)',
      'toggle (?:navigation|menu|search)|back to (?:top|home|homepage|all)|top of page|bottom of page|home|next|previous|prev|back',
      String.raw`expand|collapse|table of contents|jump to(?: recipe| content| section)?|sitemap|all posts|go to .{1,20}page|image \d+ of \d+`,
      String.raw`\d+ of \d+|hide caption|toggle caption|enlarge this image|view (?:image|gallery|photos?)|change (?:language|region|edition)`,
      'edition|dark mode|text size|font size',
    ],
    goes: ['Skip to content', 'Back to top', 'Menu'],
  },
  legal: {
    whole: [
      '(?:website )?(?:privacy|cookies?|cookie settings|privacy (?:policy|notice|settings|statement|preferences)|cookie (?:policy|notice|preferences)|terms|terms (?:of|and|&) (?:use|service|services|conditions|sale)|imprint|legal(?: notice)?|accessibility statement|do not sell.{0,50}|your (?:privacy|ad|california) (?:choices|rights).{0,20}|contact(?: us)?|about us|advertise(?: with us)?|careers|rss|ethics policy|corrections|editorial (?:policy|guidelines|standards))',
    ],
    inner: [
      String.raw`(?<![“"«„‘].{0,80})\b(?:we|this (?:web)?site|our (?:web)?site)\b.{0,30}\b(?:us(?:e|es|ed|ing)|stores?|sets?|plac(?:e|es|ing)|employs?|deploys?|requires?|accept|access)\b.{0,30}\bcookies\b`,
      String.raw`\b(?:accept|reject|manage)(?: all)? cookies\b`,
      String.raw`\bby (?:using|continuing|clicking|browsing|submitting|signing|subscribing|providing|entering)\b.{0,80}\b(?:you (?:agree|consent|accept|acknowledge|confirm)|cookies|privacy policy|terms)\b`,
      String.raw`\bprotected by recaptcha\b`,
      String.raw`\bfor (?:general )?information(?:al)? purposes only\b`,
      String.raw`\bpersonal,? non-?commercial use only\b`,
      String.raw`\b(?:has|have|holds?|owns?) no positions? in any\b`,
      String.raw`\b(?:our|the) privacy policy\b.{0,60}$`,
    ],
    goes: [
      'Privacy policy',
      'Accept all cookies',
      'By continuing you agree to our terms of use.',
      'We and our partners use cookies and other technologies on your device.',
    ],
  },
  affiliate: {
    start: [String.raw`affiliate (?:links?|disclosure|disclaimer)\b`],
    inner: [
      String.raw`\b(?:may|might|can|could|will|sometimes) (?:earn|receive|get|make) (?:an? |some )?(?:small |affiliate |sales? )*(?:commissions?|compensation)\b`,
      String.raw`\b(?:contains?|includes?|uses?|are|our|these|some|through) (?:\p{L}+ ){0,2}affiliate (?:links?|partners?|disclosure)\b`,
      String.raw`\bas an amazon associate\b`,
    ],
    goes: [
      'We may earn a commission when you buy through links on our site.',
      'Affiliate disclosure',
      'As an Amazon Associate we earn from purchases.',
    ],
  },
  standards: {
    start: [
      String.raw`our standards\s*:`,
      String.raw`(?:report a (?:correction|typo|mistake|problem|bug)|see something wrong|spotted an error|found a mistake|got a (?:tip|story|news tip)|have a (?:tip|story|news tip)|send (?:us )?(?:your )?(?:tips?|feedback)|contact the (?:author|reporter|editor)|suggest a correction)\b`,
      String.raw`(?:purchase|get|buy|order) (?:licensing|reprint|reprints|rights)\b`,
    ],
    goes: ['Our Standards: The Trust Principles.', 'Report a correction', 'Purchase licensing rights'],
  },
  'reading-time': {
    start: [String.raw`(?:estimated )?(?:reading|read) time\b.{0,20}$`],
    words: {
      label: ['(?:estimated )?(?:reading|read) time'],
      minutes: [String.raw`min(?:ute)?s?\.?`, 'mins?'],
      reading: ['read(?:ing)?(?: time)?'],
    },
    goes: ['5 min read', 'Reading time: 4 minutes'],
  },
  tags: {
    whole: ['tags?|topics?|categories|filed under|keywords'],
    start: [String.raw`(?:posted|filed) (?:in|under)\b`],
    words: {
      label: [
        'tags?',
        'topics?',
        'filed under',
        'filed in',
        'posted in',
        'categories',
        'category',
        'keywords',
        'labels?',
        'hashtags?',
        'more on',
        'in this story',
        'companies',
      ],
    },
    goes: ['Tags: ferries, harbour', 'Filed under: News', 'Posted in harbour news'],
  },
  'link-label': {
    whole: [
      'opens (?:in )?(?:a )?new (?:tab|window)|click here(?: to .{1,40})?|click here to get .{1,40} app|buy now|shop now|add to cart',
      'check price.{0,20}|see (?:price|deal|it)(?: (?:at|on) .{1,20})?',
      'view (?:deal|profile|archive|all posts(?: by .{1,30})?|author archive|offer)|get started|try (?:it )?(?:for )?free',
      'book (?:now|a demo)|request a demo|download(?: now)?|visit (?:site|website)|more info(?:rmation)?|read (?:author )?bio',
      'see (?:full )?bio|go to comments|submit|send|cancel|ok|got it|no thanks|yes please|apply now|.{0,40}click here',
      'click to get .{1,40} app|having trouble.{0,30}',
    ],
    goes: ['Apply now', 'Buy now', 'Opens in a new tab', 'Click here'],
  },
  'comment-entry': {
    whole: [
      String.raw`reply(?: to .{1,30})?|report (?:abuse|comment)|flag(?: as inappropriate)?|permalink|upvote|downvote|rating: -?\d+(?: votes?)?`,
      String.raw`\d+ (?:points?|repl(?:y|ies)|votes?|upvotes?|likes?)|likes?|quote|view (?:\d+ )?repl(?:y|ies)|in reply to .{1,40}|edited`,
      '(?:last )?edited .{1,30}',
    ],
    start: [
      String.raw`.{2,50}\bon \p{L}{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4}(?:,? at)? \d{1,2}:\d{2}`,
      String.raw`\p{L}{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4},? at \d{1,2}:\d{2}\s*(?:[ap]\.?m\.?)?(?: reply)?$`,
    ],
    words: { said: ['said', 'says', 'wrote', 'writes', 'commented', 'replied', 'posted'], at: ['at'] },
    goes: ['Per Dahl on September 12, 2025 at 4:47 pm said:', 'Reply', '12 September 2025 at 4:47'],
  },
  'social-post': {
    start: [String.raw`(?:a post shared by|view this post on|view more on)\b`],
    goes: ['A post shared by the harbour board'],
  },
  promotion: {
    start: [
      String.raw`(?:please )?(?:visit|check out|go to|see) \S+\.(?:com|org|net|co|io|info)\b`,
      String.raw`(?:join|become|start|try|enjoy|unlock|access|subscribe|buy|order|book|shop|save|listen|download|discover|explore)\b.{0,80}\b(?:free|now|today|access|premium|exclusive|offer|discount|membership|members|subscribers|podcast|store|code)\b`,
      String.raw`about (?:the )?\p{L}[\p{L}\p{N}&.' -]{1,40}:?$`,
    ],
    inner: [
      String.raw`\b(?:dear (?:readers?|friends?|subscribers?)|help us (?:continue|keep|to)|we (?:need|rely on|depend on) your|your (?:support|generosity) (?:helps|allows|makes|keeps|will))\b`,
      String.raw`\b(?:special|full|unlimited|exclusive) access to\b`,
      String.raw`\bfree of charge\.?$`,
      String.raw`\b(?:is|are) (?:an?|the|one of the) (?:\p{L}+[ -]){0,3}(?:leading|largest|trusted|award[- ]winning|independent|nonprofit|non-profit|non-partisan|global|fastest[- ]growing|premier|world[’']s)\b.{0,100}\b(?:news|media|publication|publisher|provider|organi[sz]ation|company|newspaper|magazine|website|platform|source|solutions?|supplier|network)\b`,
    ],
    goes: ['Dear readers, the harbour needs you', 'Join today and get free access', 'The Courier is an independent news publication'],
  },
  'author-note': {
    start: [
      String.raw`(?:[Yy]ou can|[Tt]o) (?:e-?mail|reach|contact|follow)\b`,
      String.raw`(?:[Ff]ollow|[Cc]ontact|[Ee]-?mail|[Rr]each)(?: (?:him|her|them|me|\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2}))? (?:on|at)\b`,
      String.raw`(?:About (?:the|our) [Aa]uthors?|ABOUT THE AUTHORS?|[Aa]bout \p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,2})$`,
    ],
    inner: [
      String.raw`\b(?:is|was) (?:a|an|the)(?: [\p{L}-]+){0,6} (?:reporter|correspondent|journalist|writer|editor|columnist|contributor|producer|blogger|freelancer)\b.{0,80}\b(?:for|at|with|covering|covers|based|who|who’s|specializing)\b`,
      String.raw`\b(?:[Hh]er|[Hh]is|[Tt]heir) (?:work|writing|articles|stories|reporting) (?:has|have) (?:also )?(?:appeared|been published|been featured)\b`,
    ],
    goes: [
      'You can reach the desk on 555 0100',
      'Jane Doe is a reporter covering harbours',
      'Her work has appeared in the Courier',
      'About the author',
    ],
  },
  byline: {
    start: [
      String.raw`(?:[Ss]taff (?:[Ww]riter|[Rr]eporter|[Rr]eport)|[Gg]uest (?:[Aa]uthor|[Cc]ontributor)|[Cc]ontributors?|[Ee]ditorial (?:[Ss]taff|[Bb]oard|[Tt]eam)|[Cc]orrespondent|[Ss]enior (?:[Ee]ditor|[Rr]eporter|[Ww]riter)|[Ee]ditor)\b.{0,40}$`,
    ],
    words: {
      made: [
        '[Ww]ritten',
        '[Pp]osted',
        '[Pp]ublished',
        '[Rr]eported',
        '[Ss]tory',
        '[Ww]ords',
        '[Rr]eport',
        '[Aa]nalysis',
        '[Aa]rticle',
        '[Uu]pdated',
      ],
      by: ['[Bb]y:?', 'BY:?', '[Aa]uthor:?'],
    },
    goes: ['By Jane Doe', 'Staff Writer'],
  },
  timestamp: {
    start: [
      String.raw`(?:\d{1,3}|an?|one|two|three) (?:sec(?:ond)?s?|min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?) ago\b`,
      String.raw`(?:(?:last |first )?(?:updated|published|posted|modified))\b.{0,60}\d`,
    ],
    words: {
      label: ['(?:first |last |originally )?(?:published|updated|posted|modified|created|date|on)'],
      weekday: ['(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?'],
      ordinal: ['st', 'nd', 'rd', 'th'],
      month: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
    },
    goes: ['Published: Monday, September 12, 2025', '3 hours ago', 'Updated at 10:42'],
  },
  credit: {
    start: [
      String.raw`\(?(?:(?:[Aa]dditional|[Ff]urther) )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Rr]eported|[Ee]dited|[Cc]ompiled)(?: and (?:[Ww]riting|[Ee]diting|[Rr]eporting))? by\b`,
      String.raw`\(?[Ww]ith (?:inputs?|reporting|additional reporting|files|material) from\b`,
    ],
    inner: [String.raw`\b[Cc]ontributed to this (?:report|story|article|post)\b`, String.raw`\breported from \p{Lu}`],
    goes: ['Per Dahl contributed to this report.', 'Editing by Jane Doe', 'With inputs from agencies'],
  },
  'follower-count': {
    words: { followers: ['fans', 'followers', 'subscribers'], follow: ['like', 'follow', 'subscribe', 'join'] },
    goes: ['12,431 Followers', '540 subscribers', '0FansLike'],
  },
};
