import { describe, expect, it } from 'vitest';
import { takeAsClean } from '../../src/clean/clean.ts';
import { findEntities } from '../../src/entities/entities.ts';
import { THRESHOLD, type Evidence } from '../../src/entities/evidence.ts';
import { builtInKnown, type Known, type KnownEntity } from '../../src/entities/known.ts';
import { EVIDENCE } from '../../src/entities/link.ts';
import type { NamedSpan, NameType } from '../../src/entities/mention.ts';
import { foldName } from '../../src/text/fold.ts';

/** A made-up known entity; all its names are looked up. */
const row = (name: string, kind: KnownEntity['kind'], more: Partial<KnownEntity> = {}): KnownEntity => ({
  wikidata: `Q9${name.length}`,
  kind,
  name,
  aliases: [],
  descriptors: [],
  country: '',
  activeFrom: undefined,
  activeTo: undefined,
  ambiguous: new Set(),
  sources: 1,
  placeType: '',
  isEnding: false,
  ...more,
});

function knowing(rows: readonly KnownEntity[]): Known {
  const builtIn = builtInKnown();
  return {
    ...builtIn,
    byName: (folded) => [
      ...rows.filter(({ name, aliases }) => [name, ...aliases].some((each) => foldName(each).replace(/^the /, '') === folded)),
      ...builtIn.byName(folded),
    ],
  };
}

/** Reads a text with names marked [PER:...]; the tagger is not asked. */
function read(source: string, rows: readonly KnownEntity[], evidence: readonly Evidence[] = EVIDENCE) {
  const names: NamedSpan[] = [];
  let text = '';
  for (const part of source.split(/(\[[A-Z]+:[^\]]+\])/)) {
    const [, type, name = ''] = /^\[([A-Z]+):([^\]]+)\]$/.exec(part) ?? [];
    if (type !== undefined) names.push({ start: text.length, end: text.length + name.length, type: type as NameType });
    text += type === undefined ? part : name;
  }
  const found = findEntities({ ...takeAsClean({ text }), language: { code: 'en', confidence: 1 }, names, evidence, known: knowing(rows) });
  return { ids: found.entities.map(({ wikidata }) => wikidata), notes: found.notes.map((note) => note.text) };
}

const SPORT =
  'The match ended 2-1 after a late goal; the striker and the goalkeeper left the team, their coach said. Two players scored a penalty.';
const shared = (name: string) => new Set([name]);
const FAMOUS = { sources: 5 };

/** For each piece of evidence: a text whose names get other ids without it. */
const CASES: Readonly<Record<string, readonly [source: string, ...rows: KnownEntity[]]>> = {
  registered: ['Ask [PER:Zork Blim].', row('Zork Blim', 'person', { registered: { id: 'a:1', kind: 'person' } })],
  'other-team': [`${SPORT} In the FIFA football cup for women [LOC:Croatia] beat Fiji.`],
  'somewhere-to-be': [`${SPORT} In the FIFA football cup [LOC:Croatia] beat Fiji, and [LOC:Croatia] won. They met in [LOC:Croatia].`],
  'country-plays': [`${SPORT} In the FIFA football cup [LOC:Croatia] beat Fiji.`],
  ship: ['The USS [PER:Zork Blim] sailed.', row('Zork Blim', 'person', FAMOUS)],
  'age-and-home': ['[PER:Zork Blim], 34, of Leeds, in [LOC:Fiji].', row('Zork Blim', 'person', { ...FAMOUS, country: 'FJ' })],
  introduced: ['[PER:Zork Blim], 34, was fined.', row('Zork Blim', 'person', FAMOUS)],
  'other-nationality': ['Portuguese forward [PER:Zork Blim] scored.', row('Zork Blim', 'person', { ...FAMOUS, country: 'FJ' })],
  'other-walk-of-life': ['Police officer [PER:Zork Blim] spoke.', row('Zork Blim', 'person', { ...FAMOUS, descriptors: ['actor'] })],
  'famous-full-name': ['Ask [PER:Zork Blim].', row('Zork Blim', 'person', FAMOUS)],
  'full-name': ['Ask [PER:Zork Blim].', row('Zork Blim', 'person', FAMOUS)],
  'known-by-one-name': ['Singer [PER:Zorkblim] is here.', row('Zorkblim', 'person', { ...FAMOUS, descriptors: ['singer'] })],
  'famous-surname': [
    'In [LOC:Fiji] they met. [PER:Blimmer] left.',
    row('Zork Blimmer', 'person', { ...FAMOUS, country: 'FJ', aliases: ['Blimmer'] }),
  ],
  'home-country-named': ['[PER:Zork Blim] left [LOC:Fiji].', row('Zork Blim', 'person', { country: 'FJ' })],
  'role-named': [
    'Singer [PER:Zorkblim] is here.',
    row('Zorkblim', 'person', { ...FAMOUS, country: 'PE', descriptors: ['singer'], ambiguous: shared('zorkblim') }),
  ],
  'own-first-name': ['[PER:Zork Blim] left [LOC:Fiji].', row('Zork Blim', 'person', { country: 'FJ' })],
  'what-they-do-is-named': ['[PER:Zorkblim] and other singers left.', row('Zorkblim', 'person', { ...FAMOUS, descriptors: ['singer'] })],
  'only-bearer': ['[PER:Blimmer] left [LOC:Fiji].', row('Zork Blimmer', 'person', { ...FAMOUS, country: 'FJ', aliases: ['Blimmer'] })],
  'report-on-sport': [`${SPORT} They lost to [LOC:Zorkville] again.`, row('Zorkville', 'place', { ...FAMOUS, placeType: 'city' })],
  'plays-a-match': [
    '[LOC:Zorkville] captain Ann Lee made 80 for wicket and innings in the cricket.',
    row('Zorkville', 'place', { ...FAMOUS, placeType: 'city' }),
  ],
  'name-of-a-person': [
    '[LOC:Zorkville] wore blue. [PER:Zorkville Moore] came late.',
    row('Zorkville', 'place', { ...FAMOUS, placeType: 'city' }),
  ],
  'lies-elsewhere': ['[LOC:Zorkville], [LOC:Texas], shut.', row('Zorkville', 'place', { ...FAMOUS, placeType: 'city', country: 'FJ' })],
  'company-or-artist': ['The supermarket [LOC:Iceland] cut prices.'],
  'country-of-the-same-name': ['In [LOC:Georgia], in the [LOC:United States], it rained.'],
  'other-thing': ['A blast in [LOC:Zorkville] province killed two.', row('Zorkville', 'place', { ...FAMOUS, placeType: 'city' })],
  'copy-elsewhere': ['The [LOC:Eiffel Tower] in [LOC:Las Vegas] shut.'],
  'its-region-follows': [
    '[LOC:Zorkville], [LOC:Texas], shut its schools.',
    row('Zorkville', 'place', {
      placeType: 'city',
      country: 'US',
      descriptors: ['city in Texas', 'Texas', 'Ohio'],
      ambiguous: shared('zorkville'),
    }),
  ],
  'part-of-a-title': [
    'Center of [LOC:Zorkville] opened in [LOC:Texas], in the [LOC:United States].',
    row('Zorkville', 'place', { placeType: 'brand', country: 'US', descriptors: ['town', 'Texas'] }),
  ],
  'name-of-people': ['They like [LOC:Margaret] in May.', row('Margaret', 'place', { placeType: 'city', country: 'FJ' })],
  'state-not-named': [
    'In [LOC:Zorkville], in the [LOC:United States].',
    row('Zorkville', 'place', { placeType: 'city', country: 'US', descriptors: ['city', 'Ohio'], ambiguous: shared('zorkville') }),
  ],
  'nobody-is-there': [
    'They like [LOC:Margaret] and the [LOC:United States].',
    row('Margaret', 'place', { placeType: 'city', country: 'US' }),
  ],
  'no-other-place': ['They met in [LOC:Zorkville].', row('Zorkville', 'place', { placeType: 'city', country: 'FJ' })],
  'people-named': ['The Georgians left [LOC:Georgia] at last.'],
  'town-named': ['They left [LOC:Georgia] for [LOC:Tbilisi].'],
  'among-countries': ['They left [LOC:Georgia] for [LOC:France] and [LOC:Spain].'],
  'short-form-behind-a-town': ['She lives in Houston, [LOC:TX] now.'],
  'country-named': [
    'In [LOC:Zorkville], in [LOC:Fiji].',
    row('Zorkville', 'place', { placeType: 'city', country: 'FJ', ambiguous: shared('zorkville') }),
  ],
  'long-name': [
    'They met in [LOC:Zork Ville].',
    row('Zork Ville', 'place', { ...FAMOUS, placeType: 'city', country: 'FJ' }),
    row('Other Ville', 'place', { placeType: 'brand', country: 'PE', aliases: ['Zork Ville'] }),
  ],
  'listed-alone': [
    '[LOC:Zorkville] is in [LOC:Texas], in the [LOC:United States].',
    row('Zorkville', 'place', { placeType: 'brand', country: 'US', descriptors: ['town', 'Texas'] }),
  ],
  'listed-country-named': [
    '[LOC:Zorkville] is in [LOC:Texas], in the [LOC:United States].',
    row('Zorkville', 'place', { placeType: 'brand', country: 'US', descriptors: ['town', 'Texas'] }),
  ],
  'listed-state-named': [
    '[LOC:Zorkville] is in [LOC:Texas], in the [LOC:United States].',
    row('Zorkville', 'place', { placeType: 'brand', country: 'US', descriptors: ['town', 'Texas'] }),
  ],
  'letters-written-as-a-word': [
    'In [LOC:Britain] the [ORG:Zor] party won.',
    row('ZOR', 'organisation', { country: 'GB', descriptors: ['political party'] }),
  ],
  'of-another-country': ['The [ORG:Zork Mail] of [LOC:Zambia] said so.', row('Zork Mail', 'organisation', { country: 'GB' })],
  'country-opens-its-name': [
    'The [ORG:Zork Department] said so in [LOC:Fiji].',
    row('US Department of Zork', 'organisation', { country: 'US', aliases: ['Zork Department'] }),
    row('Zork Department', 'place', { placeType: 'brand', wikidata: undefined }),
  ],
  'reserve-team': ["[ORG:Zork City]'s women won.", row('Zork City', 'organisation', { descriptors: ['football club'] })],
  'university-team': [`${SPORT} They lost to [ORG:Zork State] again.`, row('Zork State', 'organisation', { descriptors: ['university'] })],
  'body-or-person': [
    '[ORG:Zorkblim] spelt 30 words. [PER:Zorkblim Smith] won.',
    row('Zorkblim', 'organisation', { ...FAMOUS, country: 'FJ' }),
  ],
  'body-of-the-country': [
    'The American [ORG:Zorkress] met in the [LOC:United States], the Americans said.',
    row('United States Zorkress', 'organisation', { country: 'US', aliases: ['Zorkress'], ambiguous: shared('zorkress') }),
  ],
  'rest-of-the-name': [
    'They met at the [MISC:Zork Cup] there, FIFA said.',
    row('FIFA Zork Cup', 'event', { aliases: ['Zork Cup'], ambiguous: shared('zork cup') }),
  ],
  'party-of-another-country': [
    'In [LOC:Norway] the opposition [ORG:Zorkists] party won.',
    row('Zorkists', 'organisation', { country: 'GB', descriptors: ['political party'] }),
  ],
  'called-a-party': [
    'In [LOC:Britain] the [ORG:Zorkists] won.',
    row('Zorkists', 'organisation', { country: 'GB', descriptors: ['political party'], ambiguous: shared('zorkists') }),
  ],
  'politics-of-its-country': ['In [LOC:Britain] the British voters blame [ORG:Labour] for it.'],
  'article-of-its-name': ['She told the [ORG:Sun] so.'],
  'short-name-with-article': [
    'Ask the [ORG:Zork].',
    row('Zork Reserve', 'organisation', { aliases: ['the Zork'], ambiguous: shared('zork') }),
  ],
  'brand-alone': [
    '[ORG:Zorkmart], a retailer, left [LOC:Fiji].',
    row('Zorkmart', 'organisation', { placeType: 'brand', country: 'FJ', descriptors: ['retailer'] }),
  ],
  'brand-described': [
    '[ORG:Zorkmart], a retailer, left [LOC:Fiji].',
    row('Zorkmart', 'organisation', { placeType: 'brand', country: 'FJ', descriptors: ['retailer'] }),
  ],
  'brand-at-home': [
    '[ORG:Zorkmart], a retailer, left [LOC:Fiji].',
    row('Zorkmart', 'organisation', { placeType: 'brand', country: 'FJ', descriptors: ['retailer'] }),
  ],
  'brand-and-no-team': [
    '[ORG:Zorkmart], a retailer, left [LOC:Fiji].',
    row('Zorkmart', 'organisation', { placeType: 'brand', country: 'FJ', descriptors: ['retailer'] }),
  ],
  'event-alone': ['They won the [MISC:Zork Open] there.', row('Zork Open', 'event')],
  'body-long-name': ['Ask the [ORG:Zork Trust].', row('Zork Trust', 'organisation')],
  'described-nearby': ['The software company [ORG:Oracle] grew.'],
  'team-alone': ['Ask [ORG:Zorkers].', row('Zorkers', 'organisation', { descriptors: ['football club'] })],
  'team-called-so': ['The [ORG:Bruins] came home to Boston.'],
  'rare-name': ['Ask [ORG:Zorkblim].', row('Zorkblim', 'organisation')],
  'famous-own-name': ['Ask [ORG:Chelsea] of it.', row('Chelsea', 'organisation', { ...FAMOUS, wikidata: 'Q77', country: 'FJ' })],
};

describe('evidence', () => {
  it('has one case each, and names that differ', () => {
    expect(Object.keys(CASES).sort()).toEqual(EVIDENCE.map(({ name }) => name).sort());
  });

  it.each(Object.entries(CASES))('%s: without it the answer is another', (name, [source, ...rows]) => {
    const without = read(
      source,
      rows,
      EVIDENCE.filter((each) => each.name !== name),
    );
    expect(read(source, rows).ids).not.toEqual(without.ids);
  });

  it('of another hand decides too, and is given as a reason', () => {
    const isBlue: Evidence = {
      name: 'blue',
      kinds: ['place'],
      sign: 'for',
      points: THRESHOLD,
      says: 'it is blue',
      test: ({ context }) => context.words.has('blue'),
    };
    const town = row('Zorkville', 'place', { placeType: 'city', country: 'FJ', ambiguous: shared('zorkville') });
    expect(read('They met in blue [LOC:Zorkville].', [town]).ids).toEqual([undefined]);
    const { ids, notes } = read('They met in blue [LOC:Zorkville].', [town], [...EVIDENCE, isBlue]);
    expect(ids).toEqual([town.wikidata]);
    expect(notes).toEqual([`"Zorkville" is ${town.wikidata} (Zorkville): it is blue`]);
  });

  it('is told for a name that gets no id too, at most three reasons and forty notes', () => {
    const blim = row('Zork Blim', 'person', FAMOUS);
    expect(read('[PER:Zork Blim], 34, was fined.', [blim]).notes).toEqual([
      `"Zork Blim" may be ${blim.wikidata} (Zork Blim), but has no id: introduced as somebody whom readers do not know`,
    ]);
    expect(read('Ask [PER:Qwert Zuiop].', []).notes).toEqual([]);
    const many = Array.from({ length: 50 }, (_, at) =>
      row(`Ba${'bdfklmnprt'[at % 10]}o Mu${'dklrt'[Math.trunc(at / 10)]}e`, 'organisation', { wikidata: `Q8${at}` }),
    );
    expect(read(many.map(({ name }) => `Ask [ORG:${name}].`).join(' '), many).notes).toHaveLength(40);
  });
});
