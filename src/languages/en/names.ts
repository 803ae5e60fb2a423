import type { NameWords } from '../name-words.ts';

export const names: NameWords = {
  // each word stands once, with all its marks
  roles: [
    [
      ['address'],
      `mr mrs ms miss mx dr prof sir dame lord lady baroness baron viscount earl duke duchess count countess rev reverend fr empress sultan emir
      shaikh sheik mullah monsignor gen lt col sgt maj capt cmdr cpl pte adm brig gov sen rep assemblyman assemblywoman vice prime foreign
      defence defense interior finance hon honourable honorable messrs madam madame monsieur herr frau senor señor señora don doña comrade crown
      acting former ex`,
    ],
    [
      ['address', 'head', 'trades', 'speaker'],
      'professor imam rabbi lieutenant sergeant judge justice sheriff detective superintendent officer attorney',
    ],
    [['address', 'head', 'speaker'], 'father pope bishop archbishop cardinal commander chairwoman director'],
    [
      ['address', 'head', 'politics', 'speaker'],
      `king queen prince princess general colonel admiral governor senator representative congressman congresswoman president premier chancellor
      minister secretary ambassador mayor deputy chief chairman lawmaker`,
    ],
    [['address', 'head', 'politics'], 'emperor councillor councilman councilwoman speaker'],
    [['address', 'head'], 'sheikh ayatollah major brigadier marshal'],
    [['address', 'head', 'sport', 'speaker'], 'captain coach'],
    [['address', 'trades'], 'corporal private'],
    [['address', 'head', 'trades'], 'inspector constable'],
    [['head', 'politics', 'speaker'], 'envoy leader legislator candidate nominee diplomat'],
    [
      ['head', 'trades', 'speaker'],
      `spokesman spokeswoman spokesperson strategist analyst economist researcher historian reporter editor lawyer prosecutor priest pastor doctor
      physician surgeon nurse teacher principal student farmer neighbour neighbor resident victim`,
    ],
    [['head', 'politics'], 'head commissioner parliamentarian mp mep politician statesman dictator negotiator'],
    [
      ['head'],
      `boss chairperson cfo coo cto cofounder broadcaster campaigner organiser whip cleric model entrepreneur trader magnate oligarch astronaut
      widow partner girlfriend boyfriend uncle aunt cousin nephew niece militant rebel suspect defendant survivor whistleblower dissident insider
      ally rival counterpart successor predecessor attache consul comptroller auditor ombudsman`,
    ],
    [
      ['head', 'speaker'],
      `chair ceo founder co-founder owner executive official aide adviser advisor expert scientist columnist anchor host blogger organizer
      billionaire businessman businesswoman investor tycoon mother son daughter brother sister wife husband friend colleague veteran soldier
      witness treasurer`,
    ],
    [['head', 'sport', 'speaker'], 'manager player'],
    [['head', 'trades'], 'lecturer correspondent solicitor barrister architect engineer psychologist banker fisherman pilot gunman'],
    [['head', 'arts', 'speaker'], 'author writer journalist actor actress singer musician artist comedian'],
    [['head', 'arts'], 'novelist poet presenter rapper songwriter composer painter filmmaker producer dancer designer'],
    [['head', 'politics', 'arts', 'speaker'], 'activist'],
    [['head', 'sport', 'trades', 'speaker'], 'driver'],
    [
      ['head', 'sport'],
      `striker midfielder defender goalkeeper forward winger quarterback pitcher batsman bowler fielder sprinter swimmer boxer cyclist champion
      skipper referee umpire trainer`,
    ],
    [['sport'], 'footballer golfer athlete cricketer runner wrestler gymnast skater'],
    [['arts'], 'playwright guitarist drummer pianist photographer'],
    [['trades'], 'specialist trooper'],
    [
      ['speaker'],
      `spokesmen spokespeople vice-president frontrunner front-runner officials lawyers counsel experts researchers commentator pundit critic
      critics supporter supporters opponent opponents voter voters residents protester protesters activists advocate advocates mogul developer
      police agent lawmakers democrat democrats republican republicans source sources witnesses man woman boy girl students star user person
      people administration government campaign team group company committee council court department ministry agency office party house senate
      congress union association organization organisation network newspaper paper magazine outlet board panel commission army military force
      forces regime kremlin pentagon moderator interviewer questioner delegate delegates member members pollster operative operatives consultant
      trustee dean hunter worker workers parent parents mom dad family fan fans caller guest poster commenter tweeter`,
    ],
  ],
  maleTitles: 'mr sir lord king prince father congressman chairman spokesman businessman actor',
  femaleTitles: 'mrs ms miss lady dame queen princess baroness congresswoman chairwoman spokeswoman businesswoman actress',
  roleModifiers: `former acting deputy vice prime foreign defence defense interior home finance economy justice health education energy environment transport
    trade agriculture labour labor culture sports national security chief senior junior assistant associate executive managing general attorney
    interim ex then late longtime long-time veteran retired outgoing incoming newly elected re-elected first second current opposition ruling
    party government state federal regional provincial local city county district military army navy police intelligence press communications
    campaign policy media political legal human rights tech technology business fashion football soccer baseball basketball tennis cricket rugby
    film movie pop rock rap fellow republican democratic conservative liberal independent lead head senior-ranking top high-ranking climate
    science research investigative award-winning co secretary crown supreme appeals high court`,
  determiners: 'the a an his her their its our my this that one another',
  generations: [['jr', 'junior'], ['sr', 'senior'], ['ii'], ['iii'], ['iv']],
  shortForms: [
    ['joe', 'joseph'],
    ['bill', 'william', 'will', 'billy'],
    ['bob', 'robert', 'rob', 'bobby'],
    ['jim', 'james', 'jimmy'],
    ['mike', 'michael', 'mick'],
    ['tom', 'thomas', 'tommy'],
    ['tony', 'anthony'],
    ['dan', 'daniel', 'danny'],
    ['dave', 'david'],
    ['chris', 'christopher'],
    ['steve', 'stephen', 'steven'],
    ['ben', 'benjamin'],
    ['matt', 'matthew'],
    ['nick', 'nicholas'],
    ['rick', 'richard', 'dick', 'rich'],
    ['ted', 'edward', 'ed', 'theodore'],
    ['sam', 'samuel', 'samantha'],
    ['alex', 'alexander', 'aleksandr', 'alexandra', 'oleksandr'],
    ['ron', 'ronald'],
    ['don', 'donald'],
    ['ken', 'kenneth'],
    ['greg', 'gregory'],
    ['jeff', 'jeffrey', 'geoff', 'geoffrey'],
    ['tim', 'timothy'],
    ['andy', 'andrew'],
    ['pete', 'peter'],
    ['charlie', 'charles', 'chuck'],
    ['larry', 'lawrence'],
    ['jerry', 'gerald'],
    ['liz', 'elizabeth', 'beth', 'betsy', 'lisa'],
    ['kate', 'katherine', 'catherine', 'kathy', 'cathy', 'katie'],
    ['sue', 'susan'],
    ['maggie', 'margaret', 'meg'],
    ['nikki', 'nicole', 'nicola'],
    ['vladimir', 'volodymyr'],
    ['mohammed', 'muhammad', 'mohamed', 'mohammad', 'muhammed'],
    ['sergei', 'sergey', 'serhiy', 'serhii'],
    ['dmitry', 'dmitri', 'dmitriy', 'dmytro'],
  ],
};
