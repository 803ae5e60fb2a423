import type { NameContextWords } from '../name-context-words.ts';

export const nameContexts: NameContextWords = {
  indefinite: 'a an',
  definite: 'the',
  and: 'and',
  of: 'of',
  in: 'in',
  homeAfterAge: 'of from',
  celebrities: 'star superstar billionaire legend icon celebrity laureate winner winning',
  ships: 'carrier ship warship destroyer frigate submarine vessel ferry yacht liner tanker trawler',
  inside: 'in from near across around outside inside into through throughout southern northern eastern western',
  beforePlaces:
    'in from near at to around outside into across of for between through toward towards southern northern eastern western central capital',
  whereTeamsAreNot: 'in from near across throughout outside around into of to at via visit visiting northern southern eastern western',
  businesses: 'hotel restaurant pub bar cafe café casino cinema mall takeaway replica',
  regions: 'county state province prefecture region governorate oblast',
  manyRegions: 'counties provinces prefectures',
  news: 'news',
  newsBodies: 'agency service channel site',
  beforeCompanies: 'supermarket retailer grocer chain company firm band singer actress actor rapper model',
  states: 'state',
  companies: `company companies firm giant maker carmaker automaker retailer chain shares stock ceo cfo cto executive executives founder cofounder
    headquartered employees customers subsidiary acquired acquisition earnings revenue inc corp ltd plc nasdaq nyse`,
  publicBodies:
    'police department agency ministry guard authority council court museum gallery trust office service corps force post treasury',
  schools: 'universit college institut school academy',
  parties: 'party parties',
  politics: 'party lawmakers parliament elections voters',
  newspapers: `told tells tell said says reported reports wrote writes published according interview newspaper newspapers paper papers tabloid magazine
    editor editorial columnist column reporter journalist article readers sued review edition website`,
  sportInGeneral: `match matches coach goal goals goalkeeper striker midfielder defender league cup season squad wicket wickets innings batsman bowler
    quarterback touchdown championship tournament semifinal quarterfinal playoff playoffs halftime referee fixture fixtures teammate teammates scored
    penalty tries scrum qualifier qualifiers champions player players game games team teams`,
  sports: {
    football: `soccer football fifa uefa goalkeeper goalkeepers striker strikers midfielder midfielders winger bundesliga laliga eredivisie mls offside
      concacaf conmebol goalless footballer footballers fulltime equaliser equalizer relegation`,
    cricket: `cricket cricketer cricketers wicket wickets batsman batsmen batter batters bowler bowlers odi odis icc ipl t20 bcci lbw innings ashes`,
    rugby: `rugby scrum scrums scrumhalf flyhalf tries springbok springboks wallabies lineout`,
    basketball: 'basketball nba wnba rebounds rebound dunk pointers lakers celtics threepointer',
    'american football': 'nfl quarterback quarterbacks touchdown touchdowns linebacker fumble interception interceptions afc nfc superbowl',
    baseball: 'baseball mlb pitcher pitchers homer homers inning innings shortstop outfielder dugout bullpen',
    'ice hockey': 'hockey nhl puck goaltender goaltenders powerplay',
  },
  otherTeams: `women womens woman girls ladies wsl nwsl u17 u18 u19 u20 u21 u23 under-17 under-18 under-19 under-20 under-21 under-23 youth junior
    juniors academy reserves legends paralympic futsal`,
  reserveTeams: 'women ladies girls wfc under reserves juniors youth academy',
  teamsDo: `beat beats beaten beating won wins win lost lose loses drew draw draws face faces faced play plays played lead leads led scored score
    equalised qualified qualify thrashed hammered host hosts hosted defeated defeat meet meets met trailed conceded dominated crashed advanced progressed
    batted bowled chased will had have were are`,
  beforeTeams: `against beat beats beaten beating v vs versus over defeated defeating facing face faces faced thrashed hammered host hosts hosted hosting
    held trounced edged edging past join joined for`,
  ofTeams: `coach captain manager squad side team player players striker midfielder defender goalkeeper keeper winger forward defence attack midfield goal
    goals opener batsmen bowlers innings fans supporters boss skipper`,
  beforeOpponents: 'against beat beats beating v vs versus defeated thrashed',
  ofOpponents: 'coach captain manager squad striker midfielder defender goalkeeper winger skipper bowlers batsmen',
};
