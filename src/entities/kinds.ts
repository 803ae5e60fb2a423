/** The kind of a merged name: the tagger's three types, refined by the last or first word of the name. */
import type { Entity } from '../article.ts';
import type { KnownEntity } from './known.ts';
import type { Group } from './merge.ts';

const FACILITY =
  /\b(?:airport|stadium|arena|hospital|prison|bridge|museum|cathedral|mosque|temple|synagogue|palace|castle|tower|dam|station|library|theatre|theater|plaza|mall|zoo|harbour|harbor|cemetery|embassy|base|barracks|courthouse|auditorium|convention (?:centre|center))$/i;
const EVENT =
  /\b(?:war|wars|revolution|uprising|massacre|olympics|olympic games|world cup|championships?|grand prix|festival|summit|earthquake|marathon|super bowl|pandemic|holocaust|elections?)$|^(?:hurricane|cyclone|typhoon|battle of|operation|siege of)\b/i;
const LAW = /\b(?:act|bill|treaty|convention|agreement|accords?|protocol|constitution|amendment|resolution|code|law)$/i;

/** Undefined for what is not reported: nationalities, faiths and other names that are no person, organisation, place, event or law. */
export function kindOf(group: Group, name: string, known: KnownEntity | undefined): Entity['kind'] | undefined {
  if (group.isFamily) return 'other';
  if (known?.registered !== undefined) return known.registered.kind;
  // one id, one kind: "White House" is a place to the tagger in one article and a body in another
  if (known?.wikidata !== undefined && known.kind === 'organisation') return 'organisation';
  if (known?.wikidata !== undefined && known.kind === 'place' && group.type === 'ORG') return 'place';
  switch (group.type) {
    case 'PER':
      return 'person';
    case 'ORG':
      return 'organisation';
    case 'LOC':
      return FACILITY.test(name) ? 'facility' : 'place';
    case 'MISC':
      return group.mentions.find(({ kind }) => kind !== undefined)?.kind ?? kindOfOther(name, known);
    default:
      return undefined;
  }
}

function kindOfOther(name: string, known: KnownEntity | undefined): Entity['kind'] | undefined {
  if (known?.kind === 'event') return 'event';
  if (!name.includes(' ')) return undefined;
  return EVENT.test(name) ? 'event' : LAW.test(name) ? 'law' : undefined;
}
