/** Patterns of English: endings, titles and offices around names, who a pronoun refers to, where something was said. */
import type { SpeechWords } from '../speech-words.ts';

export const speechPatterns = {
  patterns: {
    adverbEnding: /ly$/,
    ingEnding: /ing$/,
    pastEnding: /ed$/,
    passiveEnding: /(?:ed|en|wn)$/,
    participleEnding: /(?:ed|en)$/,
    introductoryEnding: /(?:ing|ed)$/,
    pluralEnding: /[^s]s$/,
    agentEnding: /ers?$/,
    peopleEnding: /(?:ers|ors|ists|ians|ats)$/,
    yearOldEnding: /-year-old$/,
    possessiveEnding: /['’]s$/i,
    pronounContraction: /^(he|she|it|they|we|i|you|who|that|there|what)(['’](?:s|d|ll|ve|re|m))$/i,
    elision: /^(?:em|til|tis|twas|cause|n|round|bout|cuz|nuff|\d0s?|\d\d)\b/i,
    viewVerbs: /^(?:see|view|consider|regard|treat)/,
    personalPronouns: /\b(?:[Hh](?:e|er|im|is|erself|imself)|[Ss]he|H(?:E|ER|IM|IS|ERSELF|IMSELF)|SHE)\b/g,
    personHead: /(?:man|woman|person|people|men|women|er|or|ist|ian|ant|ent|ee|s)$/i,
    title:
      /^(?:(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady|sens?|reps?|gov|gen|col|lt|sgt|capt|maj|adm|cmdr|prof|rev|hon|st)\.?|president|senator|representative|governor|congressman|congresswoman|judge|justice|minister|secretary|chancellor|ambassador|professor|rabbi|pope|king|queen|prince|princess|chairman|chairwoman|spokesman|spokeswoman|spokesperson|director|former|ex-president|vice|mayor|attorney|general|major|colonel|coach|democrat|republican|democratic)\s+/iu,
    office:
      /^(?:[\p{L}.’'-]+\s+){0,4}?(?:vice[- ]president|president|secretary|minister|chancellor|ambassador|governor|senator|spokes(?:man|woman|person)|chair(?:man|woman)?|director|envoy|chief|leader|adviser|advisor|mayor|judge|attorney general|general|commissioner)(?:\s+(?:of|for)\s+(?:the\s+)?(?:homeland security|state|defen[cs]e|education|energy|health|justice|labor|commerce|agriculture|transportation|foreign affairs|interior|treasury|war))?\s+(?=\p{Lu})/iu,
    titledName: /\s(?:Mr|Mrs|Ms|Dr|Sir|Sen|Rep|Gov)\.?\s+(\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+)*)$/u,
    leadingArticle: /^(?:the|a|an)\s+/i,
    definiteStart: /^(?:the|this|that|his|her|their|its)\s/i,
    prepositionBeforePerson: /\b(?:of|for|at|with|to|by)\s+(?:the\s+)?$/i,
    femaleWords:
      /\b(?:woman|girl|mother|wife|daughter|sister|queen|princess|duchess|lady|dame|actress|spokeswoman|congresswoman|chairwoman|businesswoman|mrs|ms|miss|first lady)\b/i,
    maleWords:
      /\b(?:man|boy|father|husband|son|brother|king|prince|duke|lord|sir|actor|spokesman|congressman|chairman|businessman|mr|pope|archbishop)\b/i,
    femaleTitle: /\b(?:Mrs|Ms|Miss|Lady|Dame|Queen|Princess)\.?\s$/,
    maleTitle: /\b(?:Mr|Sir|Lord|King|Prince|Pope)\.?\s$/,
    topicBefore: /(?:^|[\s“"])(?:For|To)\s$/,
    objectBefore: /\b(?:of|with|by|from|to|for|on|against|about|in)\s(?:\w+\s)?$/i,
    platform:
      /\b(?:on|via|to|in a post on|in a (?:message|video|statement) on)\s+(?:(?:his|her|its|their|the|social media)\s+){0,2}(?:platform\s+|site\s+|app\s+)?(X|Twitter|Facebook|Truth Social|Telegram|Instagram|TikTok|YouTube|Bluesky|Threads|WhatsApp|Weibo|LinkedIn|Reddit|Snapchat|VK|Mastodon|Substack|Medium|Gab|Parler|Signal|WeChat)\b/,
    anyMedium:
      /tweet|interview|conversation|told|conference|briefing|gathering|statement|social media|post|mail|message|text|letter|op-ed|column|essay|article|editorial|memoir|book|speech|address|remarks|testimony|debate|hearing|rally|town hall|event|forum|phone|\b(?:X|Twitter|Truth Social|Telegram|Instagram|TikTok|YouTube|Bluesky|Threads|WhatsApp|Weibo|LinkedIn|Reddit|Snapchat|VK|Mastodon|Substack|Medium|Gab|Parler|Signal|WeChat)\b|Facebook/,
    headlineLabels:
      /^(?:what|how|why|who|when|where|which|live|watch|video|photos?|pictures|in pictures|exclusive|breaking|opinion|analysis|explainer|explained|the latest|latest|timeline|review|profile|interview|fact check|\d+|here|meet|inside|everything|five|ten|a|an)\b/i,
  },
  titleForms: {
    sen: 'senator',
    rep: 'representative',
    congressman: 'representative',
    congresswoman: 'representative',
    gov: 'governor',
    gen: 'general',
    prof: 'professor',
    dr: 'doctor',
    spokeswoman: 'spokesman',
    spokesperson: 'spokesman',
    chairwoman: 'chairman',
    pm: 'minister',
    premier: 'minister',
    'ex-president': 'president',
  },
  pronouns: {
    he: 'male',
    his: 'male',
    him: 'male',
    himself: 'male',
    she: 'female',
    her: 'female',
    herself: 'female',
    it: 'thing',
    its: 'thing',
    they: 'group',
    their: 'group',
  },
  media: [
    { medium: 'Twitter', pattern: /\b(?:tweeted|tweets|tweeting|retweeted|in an? (?:\w+ )?tweet)\b/ },
    {
      medium: 'interview',
      pattern:
        /\b[Ii]n an? (?:[\w-]+ ){0,2}(?:interview|conversation)\b|\b[Dd]uring an? (?:[\w-]+ ){0,2}interview\b|\btold [A-Z][\w.]*(?:'s| News| Post| Times|\b)/,
    },
    {
      medium: 'press briefing',
      pattern:
        /\b(?:news|press) (?:conference|briefing|gathering)\b|\bat an? (?:[\w-]+ ){0,2}briefing\b|\btold (?:reporters|journalists)\b/,
    },
    {
      medium: 'statement',
      pattern:
        /\b[Ii]n an? (?:[\w-]+ ){0,3}statement\b|\b(?:issued|released|put out) an? (?:[\w-]+ ){0,2}statement\b|\bsaid in statement\b/,
    },
    { medium: 'social media', pattern: /\b(?:on|via) social media\b|\b[Ii]n an? (?:[\w-]+ ){0,2}post\b/ },
    { medium: 'email', pattern: /\b[Ii]n an? (?:[\w-]+ ){0,3}(?:e-?mail|message)\b|\b(?:by|via) (?:e-?mail|text)\b|\be-?mailed\b/ },
    { medium: 'letter', pattern: /\b[Ii]n an? (?:[\w-]+ ){0,3}letter\b/ },
    {
      medium: 'article',
      pattern: /\b[Ii]n (?:an?|his|her|their) (?:[\w-]+ ){0,3}(?:op-ed|column|essay|article|editorial|blog post|memoir|book)\b/,
    },
    {
      medium: 'speech',
      pattern:
        /\b(?:[Ii]n|[Dd]uring) (?:an?|his|her|their|the) (?:[\w-]+ ){0,3}(?:speech|address|remarks|testimony|debate|hearing)\b|\bat an? (?:[\w-]+ ){0,3}(?:rally|town hall|event|hearing|debate|forum)\b/,
    },
    { medium: 'telephone', pattern: /\b(?:by|over the|on the) (?:tele)?phone\b|\bin a (?:phone|telephone) call\b/ },
  ],
  foldings: [
    [/\bcan't\b/g, 'can not'],
    [/\bwon't\b/g, 'will not'],
    [/\bcannot\b/g, 'can not'],
    [/n't\b/g, ' not'],
    [/'re\b/g, ' are'],
    [/'ll\b/g, ' will'],
    [/'ve\b/g, ' have'],
    [/'m\b/g, ' am'],
    [/\b(it|he|she|that|there|what|who|here|where)'s\b/g, '$1 is'],
    [/\bgonna\b/g, 'going to'],
    [/\bper cent\b|%/g, ' percent'],
  ],
} satisfies SpeechWords;
