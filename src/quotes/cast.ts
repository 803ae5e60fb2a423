/** Who is on stage at each place of an article: entities with their last mention, gender and titles, for resolving pronouns and nominals. */
import { lexicon } from './lexicon.ts';
import type { Entity, Span } from '../article.ts';
import { genderOfName, type Gender } from '../text/names.ts';

export interface Member {
  readonly entity: Entity | undefined;
  readonly name: string;
}

interface Presence extends Member {
  readonly kind: Entity['kind'];
  /** Read at the first question; null: not asked yet. */
  gender: Gender | undefined | null;
  readonly descriptors: readonly string[];
  readonly salience: number;
  last: { readonly at: number; readonly sentence: number; readonly paragraph: number; readonly weight: number } | undefined;
}

interface Place {
  readonly at: number;
  readonly end: number;
  readonly who: Presence;
  readonly quoted: boolean;
}

interface Found {
  readonly member: Member;
  readonly confidence: number;
}

export interface Cast {
  /** Takes in all mentions before `at`. */
  advance(at: number): void;
  /** The entity whose mention covers or overlaps the span. */
  memberAt(span: Span): Member | undefined;
  memberCalled(name: string): Member | undefined;
  personEndingAt(end: number): { readonly member: Member; readonly at: number } | undefined;
  personStartingAt(at: number): { readonly member: Member; readonly end: number } | undefined;
  antecedent(at: number, wanted: 'male' | 'female' | 'thing' | 'group'): Found | undefined;
  /** The person or group a nominal stands for: "the president", "the Ukrainian leader". */
  described(at: number, phrase: string, head: string): Found | undefined;
  speaks(member: Member, at: number): void;
  /** Somebody without an entity speaks; `thing`: an office or a document rather than a person. */
  someoneElseSpeaks(at: number, name: string, thing: boolean): void;
  refersTo(member: Member, at: number): void;
}

/** How far back, in paragraphs, a pronoun may reach. */
const REACH = 4;
/** How many notes a pronoun looks back over at most; keeps the reading linear. */
const MAX_TRAIL = 120;

const fold = (word: string): string => {
  const plain = word
    .toLowerCase()
    .replace(/[.’']s?$/, '')
    .replace(/\.$/, '');
  return lexicon.titleForms.get(plain) ?? plain;
};
const wordsOf = (phrase: string): string[] =>
  phrase
    .split(/[\s,]+/)
    .map(fold)
    .filter(Boolean);

function genderOf(text: string, entity: Entity): Gender | undefined {
  for (const { span } of entity.mentions.slice(0, 40)) {
    const before = text.slice(Math.max(0, span[0] - 8), span[0]);
    if (lexicon.femaleTitle.test(before)) return 'female';
    if (lexicon.maleTitle.test(before)) return 'male';
  }
  for (const descriptor of entity.descriptors ?? []) {
    if (lexicon.femaleWords.test(descriptor)) return 'female';
    if (lexicon.maleWords.test(descriptor)) return 'male';
  }
  return genderOfName(entity.name);
}

export function createCast(
  text: string,
  entities: readonly Entity[],
  quoted: readonly Span[],
  sentences: readonly Span[],
  paragraphs: readonly Span[],
): Cast {
  const presences = entities.map((entity): Presence => ({
    entity,
    name: entity.name,
    kind: entity.kind,
    gender: entity.kind === 'person' ? null : undefined,
    descriptors: (entity.descriptors ?? []).map((descriptor) => descriptor.toLowerCase()),
    salience: entity.salience,
    last: undefined,
  }));
  const genderIs = (who: Presence): Gender | undefined => (who.gender === null ? (who.gender = genderOf(text, who.entity!)) : who.gender);
  const places = presences
    .flatMap((who) => who.entity!.mentions.map(({ span }): Place => ({ at: span[0], end: span[1], who, quoted: covers(quoted, span[0]) })))
    .sort((a, b) => a.at - b.at);
  const byStart = new Map(places.map((place) => [place.at, place]));
  const byEnd = new Map(places.map((place) => [place.end, place]));
  const byName = new Map<string, Presence>();
  for (const who of presences)
    for (const name of [who.name, ...who.entity!.aliases]) if (!byName.has(name.toLowerCase())) byName.set(name.toLowerCase(), who);
  const bySurname = new Map<string, Presence | null>();
  for (const who of presences)
    if (who.kind === 'person') {
      const surname = (who.name.split(' ').at(-1) ?? '').toLowerCase();
      bySurname.set(surname, bySurname.has(surname) ? null : who);
    }
  let next = 0;
  let speaker: { who: Presence | undefined; paragraph: number; name?: string | undefined; person?: string | undefined } | undefined;

  /** Who was noted, in order; pronouns look only at its end. */
  const trail: Presence[] = [];
  const note = (who: Presence, at: number, weight: number): void => {
    trail.push(who);
    who.last = { at, sentence: indexAt(sentences, at), paragraph: indexAt(paragraphs, at), weight };
  };
  /** Is the place the first mention of its sentence: most likely the subject? */
  const isFirstIn = (index: number): boolean => {
    const earlier = places[index - 1];
    return earlier === undefined || indexAt(sentences, earlier.at) !== indexAt(sentences, places[index]?.at ?? 0);
  };
  const score = (who: Presence, sentence: number, paragraph: number): number => {
    if (who.last === undefined || paragraph - who.last.paragraph > REACH) return -Infinity;
    const distance = Math.min(sentence - who.last.sentence, 6);
    const spoke = speaker?.who === who && paragraph - speaker.paragraph <= 2 ? 2.5 : 0;
    return 6 - 1.6 * distance - 0.5 * (paragraph - who.last.paragraph) + who.last.weight + spoke + who.salience;
  };
  const best = (at: number, fits: (who: Presence) => number): Found | undefined => {
    const sentence = indexAt(sentences, at);
    const paragraph = indexAt(paragraphs, at);
    const ranked = lately(trail, paragraph)
      .map((who) => ({ who, value: score(who, sentence, paragraph) + fits(who) }))
      .filter(({ value }) => value > -100)
      .sort((a, b) => b.value - a.value);
    const first = ranked[0];
    if (first === undefined) return undefined;
    const margin = first.value - (ranked[1]?.value ?? first.value - 4);
    return { member: first.who, confidence: Math.max(0.5, Math.min(0.95, 0.6 + margin / 8)) };
  };

  return {
    advance(at) {
      for (; next < places.length && (places[next]?.at ?? at) < at; next++) {
        const place = places[next]!;
        if (place.quoted) continue;
        const after = text.slice(place.end, place.end + 2);
        const before = text.slice(Math.max(0, place.at - 6), place.at);
        let weight = isFirstIn(next) ? 1.5 : 0;
        if (/^['’]/.test(after)) weight -= 1;
        // "For Lee, the bridge was a home": a topic at the front of its sentence is no mere object.
        const topic = weight > 1 && lexicon.topicBefore.test(before);
        if (!topic && lexicon.objectBefore.test(before)) weight -= 0.8;
        const again = place.who.last;
        const sentence = indexAt(sentences, place.at);
        if (again !== undefined && again.sentence === sentence && again.weight > weight) weight = again.weight;
        note(place.who, place.at, weight);
      }
    },
    memberAt([start, end]) {
      let low = 0;
      let high = places.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((places[middle]?.at ?? 0) <= start) low = middle + 1;
        else high = middle;
      }
      for (let k = Math.max(0, low - 3); k < places.length && places[k]!.at < end; k++) if (places[k]!.end > start) return places[k]!.who;
      return undefined;
    },
    memberCalled(name) {
      const whole = byName.get(name.toLowerCase());
      if (whole !== undefined) return whole;
      return name.includes(' ') ? undefined : (bySurname.get(name.toLowerCase()) ?? undefined);
    },
    personEndingAt(end) {
      const place = byEnd.get(end);
      return place?.who.kind !== 'person' ? undefined : { member: place.who, at: place.at };
    },
    personStartingAt(at) {
      const place = byStart.get(at);
      return place?.who.kind !== 'person' ? undefined : { member: place.who, end: place.end };
    },
    antecedent(at, wanted) {
      if (speaker?.name !== undefined && (wanted === 'thing' || wanted === 'group') && indexAt(paragraphs, at) - speaker.paragraph <= 1)
        return { member: { entity: undefined, name: speaker.name }, confidence: 0.6 };
      if (wanted === 'group') {
        const found = best(at, (who) => (who.kind === 'organisation' ? 0 : -Infinity));
        return found !== undefined && speaker?.who === found.member ? found : undefined;
      }
      if (wanted === 'thing') return best(at, (who) => (who.kind === 'organisation' ? 1 : who.kind === 'place' ? 0 : -Infinity));
      const found = best(at, (who) =>
        who.kind !== 'person' || (genderIs(who) ?? wanted) !== wanted ? -Infinity : genderIs(who) === undefined ? -0.7 : 0,
      );
      // Nobody named fits: the unnamed person who spoke last, "the minister".
      if (found === undefined && speaker?.person !== undefined && indexAt(paragraphs, at) - speaker.paragraph <= 1)
        return { member: { entity: undefined, name: speaker.person }, confidence: 0.6 };
      return found;
    },
    described(at, phrase, head) {
      const definite = lexicon.definiteStart.test(phrase);
      if (!definite) return undefined;
      const title = fold(head);
      const modifiers = phrase.split(/\s+/).slice(1, -1);
      const female = lexicon.femaleWords.test(phrase);
      const male = lexicon.maleWords.test(phrase);
      const known = best(at, (who) => {
        if (who.kind !== 'person' || (female && genderIs(who) === 'male') || (male && genderIs(who) === 'female')) return -Infinity;
        const owned = who.descriptors.map(wordsOf);
        const titled = owned.some((words) => words.includes(title));
        const shared = modifiers.filter(
          (modifier) => /^\p{Lu}/u.test(modifier) && owned.some((words) => words.includes(fold(modifier))),
        ).length;
        if (!titled && !(shared > 0 && lexicon.personNouns.has(title))) return -Infinity;
        const foreign =
          modifiers.length === 0 && owned.every((words) => words.length > 1 && !words.some((word) => lexicon.homeCountry.has(word)))
            ? -1.5
            : 0;
        const missing = modifiers.some((modifier) => /^\p{Lu}/u.test(modifier)) && shared === 0 ? -2 : 0;
        return 3 + 3 * shared + foreign + missing;
      });
      if (known !== undefined) return known;
      if (!lexicon.personNouns.has(title) && !lexicon.yearOldEnding.test(head)) return undefined;
      const recent = best(at, (who) =>
        who.kind !== 'person' || (female && genderIs(who) === 'male') || (male && genderIs(who) === 'female') ? -Infinity : 0,
      );
      return recent !== undefined && recent.confidence >= 0.7 ? { ...recent, confidence: recent.confidence - 0.2 } : undefined;
    },
    speaks(member, at) {
      const who = member as Presence;
      note(who, at, 2);
      speaker = { who, paragraph: indexAt(paragraphs, at) };
    },
    someoneElseSpeaks(at, name, thing) {
      speaker = { who: undefined, paragraph: indexAt(paragraphs, at), name: thing ? name : undefined, person: thing ? undefined : name };
    },
    refersTo(member, at) {
      const who = member as Presence;
      note(who, at, Math.max(1, who.last?.weight ?? 0));
    },
  };
}

/** Everybody noted within reach of the paragraph, once each, the latest first. */
function lately(trail: readonly Presence[], paragraph: number): Presence[] {
  const found = new Set<Presence>();
  for (let k = trail.length - 1; k >= Math.max(0, trail.length - MAX_TRAIL); k--) {
    if (paragraph - trail[k]!.last!.paragraph > REACH) break;
    found.add(trail[k]!);
  }
  return [...found];
}

/** Index of the last span that starts at or before `at` (binary search). */
function indexAt(spans: readonly Span[], at: number): number {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (spans[middle]![0] <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function covers(spans: readonly Span[], at: number): boolean {
  const span = spans[indexAt(spans, at)];
  return span !== undefined && span[0] <= at && at < span[1];
}
