/**
 * The operator's register: entities of their own, and keys that mean one thing. One JSON object a line:
 *   {"id":"Q42","names":["Douglas Adams","D. N. Adams"],"kind":"person","country":"GB","descriptors":["author"],"ambiguous":["Adams"]}
 *   {"merge":"person:doug-adams","into":"Q42"}
 * `id` is a Wikidata id or a key of one's own ("acme:4711"). The first name is the one shown. A name under `ambiguous` needs support in the article, as
 * built-in entities do; all others are taken at the operator's word. Where a name is in the register, built-in entities of that kind give way.
 */
import { z } from 'zod';
import { ENTITY_KINDS, type Entity } from '../article.ts';
import { foldName } from '../text/fold.ts';

const id = z
  .string()
  .regex(
    /^(?:Q[1-9]\d{0,11}|[a-z][a-z0-9-]{0,39}:\S{1,200})$/u,
    'must be a Wikidata id ("Q42") or a key of your own ("acme:4711"), no spaces',
  );
const name = z
  .string()
  .trim()
  .min(2, 'is shorter than two characters')
  .max(200, 'is longer than 200 characters')
  .regex(/\p{L}/u, 'holds no letter')
  .regex(/^[^\p{Cc}]*$/u, 'holds a control character');

const entrySchema = z.strictObject({
  id,
  names: z.array(name).min(1, 'must hold at least one name').max(100, 'holds more than 100 names'),
  kind: z.enum(ENTITY_KINDS),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code of two capitals ("GB")')
    .optional(),
  descriptors: z.array(name).max(100).optional(),
  ambiguous: z.array(name).max(100).optional(),
});
/** Keys as records carry them: "Q42", "person:jane-doe". */
const mergeSchema = z
  .strictObject({ merge: z.string().min(1).max(300), into: z.string().min(1).max(300) })
  .refine((line) => line.merge !== line.into, { message: 'must differ from "merge"', path: ['into'] });

export type RegisterEntry = z.infer<typeof entrySchema>;
export type RegisterMerge = z.infer<typeof mergeSchema>;

export interface Register {
  readonly entries: readonly RegisterEntry[];
  /** Key to the key it stands for in the end; chains are followed. */
  readonly merges: ReadonlyMap<string, string>;
  /** Changes with the content; part of the stage version of records made with it. */
  readonly fingerprint: string;
}

export type RegisterLine = { readonly entry: RegisterEntry } | { readonly merge: RegisterMerge } | { readonly problem: string };

/** Reads one line. Never throws: what is wrong comes back as words that name the field. */
export function readRegisterLine(line: string): RegisterLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { problem: 'is not JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { problem: 'is not a JSON object' };
  const isMerge = 'merge' in value;
  const parsed = isMerge ? mergeSchema.safeParse(value) : entrySchema.safeParse(value);
  if (parsed.success) return isMerge ? { merge: parsed.data as RegisterMerge } : { entry: parsed.data as RegisterEntry };
  return { problem: parsed.error.issues.map(inWords).join('; ') };
}

function inWords(issue: z.core.$ZodIssue): string {
  const [first, second] = issue.path;
  const where = first === undefined ? '' : second === undefined ? `"${String(first)}" ` : `"${String(first)}"[${String(second)}] `;
  if (issue.code === 'unrecognized_keys') return `has a field that is not known: ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
  if (issue.code === 'invalid_type') return `${where}is missing or not ${issue.expected === 'array' ? 'an array' : `a ${issue.expected}`}`;
  if (issue.code === 'invalid_value') return `${where}must be one of ${issue.values.join(', ')}`;
  return `${where}${issue.message}`;
}

/**
 * The register of these lines; a later entry with the same id replaces the earlier one.
 * @throws Error with the two keys when merges run in a circle.
 */
export function makeRegister(lines: readonly (RegisterEntry | RegisterMerge)[]): Register {
  const entries = new Map<string, RegisterEntry>();
  const steps = new Map<string, string>();
  for (const line of lines) {
    if ('merge' in line) steps.set(line.merge, line.into);
    else entries.set(line.id, line);
  }
  const merges = new Map<string, string>();
  for (const from of steps.keys()) {
    let to = from;
    for (let next = steps.get(to); next !== undefined; next = steps.get(to)) {
      to = next;
      if (to === from) throw new Error(`"${from}" would be merged into itself by way of "${steps.get(from) ?? ''}"`);
    }
    merges.set(from, to);
  }
  return { entries: [...entries.values()], merges, fingerprint: fingerprintOf(lines) };
}

/** FNV-1a over the lines, 32 bits, in hexadecimal. */
function fingerprintOf(lines: readonly (RegisterEntry | RegisterMerge)[]): string {
  let hash = 0x811c9dc5;
  for (const line of lines) {
    const text = `${JSON.stringify(line)}\n`;
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Joins entities of one article whose keys were merged; the first one named keeps its place. */
export function mergeKeys(entities: readonly Entity[], register: Register): Entity[] {
  if (register.merges.size === 0) return [...entities];
  const known = new Map(register.entries.map((entry) => [entry.id, entry]));
  const kept = new Map<string, Entity>();
  for (const entity of entities) {
    const key = register.merges.get(entity.id) ?? entity.id;
    const held = kept.get(key);
    const { wikidata: _own, ...rest } = entity;
    const named = { ...rest, id: key, name: known.get(key)?.names[0] ?? entity.name, ...(/^Q\d+$/.test(key) ? { wikidata: key } : {}) };
    kept.set(key, held === undefined ? named : joined(held, named));
  }
  return [...kept.values()];
}

function joined(a: Entity, b: Entity): Entity {
  const descriptors = [...new Set([...(a.descriptors ?? []), ...(b.descriptors ?? [])])];
  const mentions = [...a.mentions, ...b.mentions].sort((one, two) => one.span[0] - two.span[0]);
  return {
    ...a,
    aliases: [...new Set([...a.aliases, b.name, ...b.aliases])].filter((alias) => foldName(alias) !== foldName(a.name)),
    ...(descriptors.length === 0 ? {} : { descriptors }),
    salience: Math.max(a.salience, b.salience),
    mentions,
  };
}
