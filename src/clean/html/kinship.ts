/** Which elements and blocks of a page are of one template: the same name and class, in containers of the same name and class. */
import type { Block, Scope } from './blocks.ts';

/** Things with the same number are alike. */
export interface Kinship {
  /** Number of the template of a scope, by its id: "div.card". */
  readonly templates: Int32Array;
  /** By block: its tag, and the templates of its element and of the one around it. */
  readonly kin: Int32Array;
  /** By block: the name of its element, and the templates of the two around it. */
  readonly clan: Int32Array;
  /** By block: its tag, and whether it is mostly links. */
  readonly tags: Int32Array;
  /** Different numbers in `kin`, in `clan` and in `tags`. */
  readonly kins: number;
  readonly clans: number;
  readonly tagCount: number;
}

/** Numbers for keys, in order of appearance. */
class Numbering<Key> {
  private readonly numbers = new Map<Key, number>();

  get size(): number {
    return this.numbers.size;
  }

  of(key: Key): number {
    let number = this.numbers.get(key);
    if (number === undefined) this.numbers.set(key, (number = this.numbers.size));
    return number;
  }
}

const templateOf = ({ element }: Scope): string => `${element.name}.${element.attribs['class'] ?? ''}`;

export function kinshipOf(blocks: readonly Block[], scopes: readonly Scope[]): Kinship {
  const names = new Numbering<string>();
  // 0 stands for no element
  names.of('');
  const templates = Int32Array.from(scopes, (scope) => names.of(templateOf(scope)));
  const template = (scope: Scope | undefined): number => (scope === undefined ? 0 : (templates[scope.id] ?? 0));
  for (const { tag, scope } of blocks) {
    names.of(tag);
    names.of(scope.element.name);
  }
  const base = names.size;
  const kins = new Numbering<number>();
  const clans = new Numbering<number>();
  const kin = Int32Array.from(blocks, ({ tag, scope }) =>
    kins.of((names.of(tag) * base + template(scope)) * base + template(scope.parent)),
  );
  const clan = Int32Array.from(blocks, ({ scope }) =>
    clans.of((names.of(scope.element.name) * base + template(scope.parent)) * base + template(scope.parent?.parent)),
  );
  const tagNumbers = new Numbering<number>();
  const tags = Int32Array.from(blocks, ({ tag, linkChars, text }) =>
    tagNumbers.of(2 * names.of(tag) + (linkChars > text.length * 0.5 ? 1 : 0)),
  );
  return { templates, kin, clan, tags, kins: kins.size, clans: clans.size, tagCount: tagNumbers.size };
}

const known = new WeakMap<readonly Block[], Kinship>();

/** The kinship of a page, worked out once. */
export function kinship({ blocks, scopes }: { readonly blocks: readonly Block[]; readonly scopes: readonly Scope[] }): Kinship {
  let found = known.get(blocks);
  if (found === undefined) known.set(blocks, (found = kinshipOf(blocks, scopes)));
  return found;
}
