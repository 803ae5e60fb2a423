import { describe, expect, it } from 'vitest';
import { takeAsClean } from '../../src/clean/clean.ts';
import { findEntities } from '../../src/entities/entities.ts';
import type { NamedSpan, NameType } from '../../src/entities/mention.ts';

/** Ids of the names marked [PER:...] in a text; the tagger is not asked, so that only linking is tested. */
function ids(source: string): Record<string, string | undefined> {
  const names: NamedSpan[] = [];
  let text = '';
  for (const part of source.split(/(\[[A-Z]+:[^\]]+\])/)) {
    const marked = /^\[([A-Z]+):([^\]]+)\]$/.exec(part);
    if (marked === null) {
      text += part;
      continue;
    }
    const [, type, name = ''] = marked;
    names.push({ start: text.length, end: text.length + name.length, type: type as NameType });
    text += name;
  }
  const { entities } = findEntities({ ...takeAsClean({ text }), language: { code: 'en', confidence: 1 }, names });
  return Object.fromEntries(entities.map(({ name, wikidata }) => [name, wikidata]));
}

/** Names in a story about the BBC by this outlet. */
const readOf = (outlet: string) => {
  const text = 'The minister told the BBC that it was over.';
  const names: NamedSpan[] = [{ start: text.indexOf('BBC'), end: text.indexOf('BBC') + 3, type: 'ORG' }];
  return findEntities({ ...takeAsClean({ text }), language: { code: 'en', confidence: 1 }, outlet, names }).entities.map(
    ({ name }) => name,
  );
};

const descriptors = (text: string, name: string) => {
  const names: NamedSpan[] = [{ start: text.indexOf(name), end: text.indexOf(name) + name.length, type: 'PER' }];
  return findEntities({ ...takeAsClean({ text }), language: { code: 'en', confidence: 1 }, names }).entities.find(
    ({ kind }) => kind === 'person',
  )?.descriptors;
};

describe('an id', () => {
  it('is given to countries, capitals and well-known people', () => {
    expect(ids('[PER:Vladimir Putin] of [LOC:Russia] flew to [LOC:Paris].')).toMatchObject({
      'Vladimir Putin': 'Q7747',
      Russia: 'Q159',
      Paris: 'Q90',
    });
  });

  it('of a surname needs the country', () => {
    expect(ids('The [MISC:Russian] president spoke. [PER:Putin] left [LOC:Moscow].')).toMatchObject({ 'Vladimir Putin': 'Q7747' });
    expect(ids('A shop owner, [PER:Putin], sold bread.')).toMatchObject({ Putin: undefined });
  });

  it('of a party needs its country and the word party', () => {
    expect(ids('In [LOC:Britain] the opposition [ORG:Labour] party won.')).toMatchObject({ 'Labour Party': 'Q9630' });
    expect(ids('In [LOC:Norway] the opposition [ORG:Labour] party won.')).toMatchObject({ Labour: undefined });
  });

  it('of a paper with a plain name needs its article', () => {
    expect(ids('She told the [ORG:Guardian] so.')).toMatchObject({ 'The Guardian': 'Q11148' });
    expect(ids('He was a [ORG:Guardian] of the old town.')).toMatchObject({ Guardian: undefined });
    expect(ids('She told the [ORG:Times] so.')).toMatchObject({ Times: undefined });
  });

  it('is not given to the country in a sports report', () => {
    expect(
      ids(
        'The match ended 2-1. [LOC:France] scored a late goal, their coach said; the striker missed a penalty. Two players and the referee left the team.',
      ),
    ).toMatchObject({ France: undefined });
  });

  it('is not given to a place that is the head of a longer title', () => {
    expect(ids('He wrote for [LOC:Boston] Review in those years.')).toMatchObject({ Boston: undefined });
    expect(ids('He wrote for the [LOC:Boston] Republicans in those years.')).toMatchObject({ Boston: 'Q100' });
  });

  it('is not given to one edition of an event', () => {
    expect(ids('They met at the [MISC:World Cup] there, FIFA said.')).toMatchObject({ 'FIFA World Cup': 'Q19317' });
    expect(ids('They met at the 1999 [MISC:World Cup] there, FIFA said.')).toMatchObject({ 'World Cup': undefined });
    expect(ids('They skied at the [MISC:World Cup] there.')).toMatchObject({ 'World Cup': undefined });
  });

  it('of a state is given to its short form after a town', () => {
    expect(ids('She lives in [LOC:Houston], [LOC:TX] now.')).toMatchObject({ Texas: 'Q1439' });
    expect(ids('They met in [LOC:Albany], [LOC:N.Y.] and left.')).toMatchObject({ 'New York': 'Q1384' });
    expect(ids('Ask Ann Lee, [LOC:M.D.], of the [LOC:United States].')).toMatchObject({ 'M.D.': undefined });
    expect(ids('The [LOC:LA] police in the [LOC:United States].')).toMatchObject({ LA: undefined });
  });

  it('of a company or council at home somewhere needs its country', () => {
    expect(ids('In [LOC:Britain], [ORG:Kent County Council] met.')).toMatchObject({ 'Kent County Council': 'Q6386127' });
    expect(ids('In [LOC:Norway], [ORG:Kent County Council] met.')).toMatchObject({ 'Kent County Council': undefined });
    expect(ids('[LOC:Boynton Beach] is in [LOC:Florida].')).toMatchObject({ 'Boynton Beach': 'Q896048' });
    expect(ids('[LOC:Boynton Beach] is in [LOC:Texas].')).toMatchObject({ 'Boynton Beach': undefined });
  });

  it('is not given to a family', () => {
    expect(ids('[PER:Joe Biden] of [LOC:Delaware] in the [LOC:United States] spoke; the [PER:Bidens] left.')).toMatchObject({
      'the Bidens': undefined,
    });
  });
});

it.each<NameType>(['LOC', 'ORG'])('one id has one kind, also where the tagger calls it %s', (type) => {
  const text = 'He left the White House on Monday.';
  const start = text.indexOf('White House');
  const names: NamedSpan[] = [{ start, end: start + 'White House'.length, type }];
  const { entities } = findEntities({ ...takeAsClean({ text }), language: { code: 'en', confidence: 1 }, names });
  expect(entities.map(({ kind, wikidata }) => [kind, wikidata])).toEqual([['organisation', 'Q35525']]);
});

describe('a name that many share', () => {
  it.each([
    'The fair in [LOC:Paris], [LOC:Texas], drew crowds.',
    'Police in [LOC:Athens], [LOC:Georgia], closed the road.',
    'A hall in [LOC:Moscow], [LOC:Idaho], burned.',
  ])('a place before a state of another country: %s', (text) => {
    expect(Object.values(ids(text))[0]).toBeUndefined();
  });

  it.each([
    '[ORG:Monroe Public Schools] in [LOC:Michigan], in the [LOC:United States], closed on Monday.',
    'Walter Gropius founded the [ORG:Bauhaus] and taught there.',
  ])('a body of the long list without its state, or without a word of what it is: %s', (text) => {
    expect(Object.values(ids(text))[0]).toBeUndefined();
  });
});

describe('a name cut out of a title', () => {
  it.each([
    ['Dinner With [PER:Saddam] opened on Monday, in a small theatre.', 'Saddam'],
    ['It was named in "[LOC:Houston]\'s Top Dentists," a list.', 'Houston'],
    ['He cites [ORG:Barclays]: The Business of Banking there.', 'Barclays'],
  ])('is no entity: %s', (source, name) => expect(Object.keys(ids(`He saw it. ${source}`))).not.toContain(name));

  it('but a possessive before another name is', () => {
    expect(Object.keys(ids("They met in [LOC:Dhaka]'s [LOC:Botanic Garden] on Monday."))).toEqual(['Dhaka', 'Botanic Garden']);
  });
});

describe('an outlet that names itself', () => {
  it.each(['BBC', 'BBC News', 'The BBC', 'www.bbc.co.uk'])('is no entity of its story: %s', (outlet) => expect(readOf(outlet)).toEqual([]));
  it.each(['Sky News', 'BBCC'])('others are: %s', (outlet) => expect(readOf(outlet)).toEqual(['BBC']));
});

describe('offices', () => {
  it.each([
    ['US Vice-President Ana Lima spoke.', ['US Vice-President']],
    ['Secretary of State Ana Lima spoke.', ['Secretary of State']],
    ['Minister for Foreign Affairs Ana Lima spoke.', ['Minister for Foreign Affairs']],
    ['President-elect Ana Lima spoke.', ['President-elect']],
    ['So said the deputy head of the Security Council, Ana Lima.', ['deputy head of the Security Council']],
    ['Ana Lima, the Kremlin spokeswoman, agreed.', ['Kremlin spokeswoman']],
    ['He told the minister of trade, Ana Lima said.', undefined],
    ['In the state of Victoria Ana Lima spoke.', undefined],
  ])('%s', (text, expected) => expect(descriptors(text, 'Ana Lima')).toEqual(expected));
});

const SPORT =
  'The match ended 2-1 after a late goal; the striker and the goalkeeper left the team, their coach said. Two players scored a penalty.';

describe('a famous name', () => {
  it.each([
    ['She likes [PER:Leonardo DiCaprio] most.', 'Leonardo DiCaprio', 'Q38111'],
    ['Police officer [PER:Leonardo DiCaprio] found the dog.', 'Leonardo DiCaprio', undefined],
    ['[PER:Leonardo DiCaprio], 34, of Leeds, found the dog.', 'Leonardo DiCaprio', undefined],
    ['Singer [PER:Rihanna] is here.', 'Rihanna', 'Q36844'],
    ['My cousin [PER:Rihanna] is here.', 'Rihanna', undefined],
    ['They landed at [PER:Leonardo DiCaprio] Airport.', 'Leonardo DiCaprio', undefined],
    ['British aid worker [PER:Margaret Hassan] was in the [LOC:United States].', 'Margaret Hassan', undefined],
  ])('%s', (text, name, id) => expect(ids(text)[name]).toBe(id));
});

describe('a body that is an everyday word or a few letters', () => {
  it.each([
    ['The software company [ORG:Oracle] grew.', 'Oracle', 'Q19900'],
    ['They asked the [ORG:Oracle] of old.', 'Oracle', undefined],
    ['He saw [ORG:Hud] in a cinema.', 'Hud', undefined],
    ['The [ORG:UN] met.', 'United Nations', 'Q1065'],
  ])('%s', (text, name, id) => expect(ids(text)[name]).toBe(id));
});

describe('a team', () => {
  it.each([
    [`${SPORT} Lazio of Italy lost to FIFA's [ORG:Liverpool] there.`, 'Liverpool', undefined],
    [`${SPORT} They play football in the UEFA cup against [LOC:Liverpool] now.`, 'Liverpool FC', 'Q1130849'],
    [`${SPORT} They play football in [LOC:Liverpool], says UEFA.`, 'Liverpool', undefined],
    [`${SPORT} The cricket was lost in three wickets against [LOC:Liverpool].`, 'Liverpool', undefined],
    ['The [ORG:Bruins] of the town met.', 'Bruins', undefined],
    ['The [ORG:Bruins] came home to Boston.', 'Boston Bruins', 'Q194121'],
  ])('%s', (text, name, id) => expect(ids(text)[name]).toBe(id));
});

describe('a national team', () => {
  it.each([
    [`${SPORT} In the FIFA football cup [LOC:Croatia] beat Fiji.`, 'Q134479'],
    [`${SPORT} In the FIFA football cup for women [LOC:Croatia] beat Fiji.`, undefined],
    [`${SPORT} In the FIFA football cup they met in [LOC:Croatia].`, undefined],
  ])('%s', (text, id) => expect(Object.values(ids(text))[0]).toBe(id));
});

describe('a city', () => {
  it.each([
    ['They met in [LOC:London].', 'Q84'],
    ['They met in [LOC:London], said the Canadian police.', undefined],
    ['They met in [LOC:London], said the Canadian and the British police.', 'Q84'],
    ['He went to [LOC:Boston], up the coast.', 'Q100'],
    ['She was born in [LOC:Houston], Alaska.', undefined],
    ['A blast in [LOC:Kandahar] province killed two.', undefined],
    ['A blast in [LOC:Kandahar] killed two.', 'Q45604'],
    ['Fires in [LOC:Houston], Harris and Bexar counties burn.', undefined],
    ['They live in [LOC:Split] now.', undefined],
    ['They live in [LOC:Split], on the Croatian coast.', 'Q1663'],
  ])('%s', (text, id) => expect(Object.values(ids(text))[0]).toBe(id));

  it('before "Calif." lies in California', () =>
    expect(ids('They met in [LOC:San Diego], [LOC:Calif.] and left.')).toMatchObject({ 'San Diego': 'Q16552', California: 'Q99' }));
});

it('"Labour" in an article on the politics of Britain is its party', () => {
  expect(ids('In [LOC:Britain] the British voters said ministers blame [ORG:Labour] for it.')).toMatchObject({ 'Labour Party': 'Q9630' });
  expect(ids('In [LOC:Britain] the British said that they blame [ORG:Labour] for it.')).toMatchObject({ Labour: undefined });
});

it('the Olympics of a year or a city are one edition', () => {
  expect(ids('They met at the [MISC:Olympics] there.')).toMatchObject({ 'Olympic Games': 'Q5389' });
  expect(ids('They met at the Sydney [MISC:Olympics] there.')).not.toMatchObject({ 'Olympic Games': 'Q5389' });
});

it('"French" is of France: its papers need it', () => {
  expect(ids('The French newspaper [ORG:Liberation] says so.')).toMatchObject({ Libération: 'Q13717' });
});

describe('a namesake', () => {
  it.each([
    ['[LOC:Perth], [LOC:Scotland], shut its schools.', 'Perth', undefined],
    ['[LOC:Perth], in the west, shut its schools.', 'Perth', 'Q3183'],
    ['[LOC:London], [LOC:Ontario], shut its schools.', 'London', 'Q92561'],
    ['[LOC:Boston], [LOC:Lincolnshire], shut its schools.', 'Boston', undefined],
    ['[LOC:Lebanon], [LOC:Pennsylvania], shut its schools.', 'Lebanon', undefined],
    ['They flew to [LOC:Lebanon], [LOC:Pennsylvania] and [LOC:Ohio].', 'Lebanon', 'Q822'],
    ['American trains go to [LOC:Boston], [LOC:Washington] and [LOC:Miami].', 'Boston', 'Q100'],
    ['American trains go to [LOC:Boston], [LOC:Texas] in vain.', 'Boston', undefined],
    ['Schools in [LOC:Washington] state shut, in [LOC:Seattle] too.', 'Washington', 'Q1223'],
    ['The American president flew from [LOC:Seattle] to [LOC:Washington].', 'Washington, D.C.', 'Q61'],
    ['The mayor of [LOC:Cairo], [LOC:Georgia], left.', 'Georgia', undefined],
    ['The Russians left [LOC:Georgia] at last.', 'Georgia', 'Q230'],
    ['They met in [LOC:Tbilisi], the capital of [LOC:Georgia].', 'Georgia', 'Q230'],
    ['[PER:Kenya Moore] came late. [LOC:Kenya] wore blue.', 'Kenya', undefined],
    ['[PER:Kenya Moore] came late. She was born in [LOC:Kenya].', 'Kenya', 'Q114'],
    ['The supermarket [LOC:Iceland] cut prices.', 'Iceland', undefined],
    ['The volcano in [LOC:Iceland] erupted.', 'Iceland', 'Q189'],
    ['The [LOC:Eiffel Tower] restaurant burned.', 'Eiffel Tower', undefined],
    ['The [LOC:Eiffel Tower] in [LOC:Las Vegas] shut.', 'Eiffel Tower', undefined],
    ['The [LOC:Eiffel Tower] in [LOC:Paris] shut.', 'Eiffel Tower', 'Q243'],
    [`${SPORT} They lost to [LOC:Notre Dame] again.`, 'Notre Dame', undefined],
    ['The [LOC:Eiffel Tower] shut.', 'Eiffel Tower', 'Q243'],
    ['[PER:Tesla Smith] won. [ORG:Tesla] spelt 30 words.', 'Tesla', undefined],
  ])('of a place or company: %s', (text, name, id) => expect(ids(text)[name]).toBe(id));

  it.each([
    ['[PER:Kate Middleton], a barrister in Perth, said no.', 'Kate Middleton', undefined],
    ['[PER:Kate Middleton], a style icon in Perth, said no.', 'Kate Middleton', 'Q10479'],
    ['[PER:Kate Middleton], 34, was fined.', 'Kate Middleton', undefined],
    ['[PER:Kate Middleton], 34, was fined in [LOC:Britain].', 'Kate Middleton', 'Q10479'],
    ['The fire chief [PER:Leonardo DiCaprio] spoke in the [LOC:United States].', 'Leonardo DiCaprio', undefined],
    ['The Portuguese forward [PER:Rodri] scored.', 'Rodri', undefined],
    ['The Spanish midfielder [PER:Rodri] scored.', 'Rodri', 'Q20994118'],
    ['The USS [PER:Leonardo DiCaprio] sailed.', 'Leonardo DiCaprio', undefined],
    ['[PER:Leonardo DiCaprio], the aircraft carrier, sailed.', 'Leonardo DiCaprio', undefined],
    ['They study at [PER:Leonardo DiCaprio] College.', 'Leonardo DiCaprio', undefined],
  ])('of a person: %s', (text, name, id) => expect(ids(text)[name]).toBe(id));

  it.each([
    ['The [ORG:Sun] rises at six.', 'Sun', undefined],
    ['She told the [ORG:Sun] so.', 'The Sun', 'Q208875'],
    ['[ORG:Arsenal] Women won.', 'Arsenal', undefined],
    ["[ORG:Real Madrid]'s women won.", 'Real Madrid', undefined],
    ['[ORG:Real Madrid] won.', 'Real Madrid', 'Q8682'],
    ['The [ORG:NRA] fought in [LOC:Uganda].', 'NRA', undefined],
    ['The [ORG:NRA] met in the [LOC:United States].', 'National Rifle Association', 'Q863259'],
    [`${SPORT} They lost to [ORG:Ohio State] again.`, 'Ohio State', undefined],
    ['She studies at [ORG:Ohio State] in Columbus.', 'Ohio State University', 'Q309331'],
    ['The [ORG:Daily Mail] of [LOC:Zambia] said so.', 'Daily Mail', undefined],
    ['The [ORG:Daily Mail] of [LOC:London] said so.', 'Daily Mail', 'Q210534'],
    ['The [ORG:Energy Department] in [LOC:Manila] said so.', 'Energy Department', undefined],
    ['The [ORG:Energy Department] said so, in the [LOC:United States].', 'US Department of Energy', 'Q217810'],
    ['The [ORG:Education Department] said that schools in [LOC:Hong Kong] shut.', 'Education Department', undefined],
    ['They won the [MISC:French Open] golf there.', 'French Open', undefined],
    ['They won the [MISC:French Open] there.', 'French Open', 'Q43605'],
  ])('of a body: %s', (text, name, id) => expect(ids(text)[name]).toBe(id));
});

it('a country that plays in a paragraph on sport is no country', () => {
  const text = '[LOC:Fiji] beat [LOC:Kenya] by five wickets. Kenya captain Ann Lee made 80 as the bowlers struggled in the cricket match.';
  expect(ids(text)).toMatchObject({ Kenya: undefined });
});
