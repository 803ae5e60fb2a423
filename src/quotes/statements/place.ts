/**
 * Which statement a wording belongs to. Wordings form a partial order (one contains the other); a statement is a fullest wording, its head, with
 * all wordings that are cut from it. The result depends on the set of wordings, not on the order in which they came:
 *
 * - A wording belongs to the best fullest wording that contains it: a named speaker before none, then more words, then the smaller id.
 * - Speakers must agree; a wording of nobody known may join any speaker's, never the other way round.
 * - A fuller wording of nobody known joins the statement of a named speaker of which it holds at least half.
 */
import { contains, type Wording } from './wording.ts';

export interface PlacedWording extends Wording {
  /** Id of the fullest wording of its statement; its own when it is that. */
  readonly head: string;
  /** Speaker and words of the head. */
  readonly headSpeaker: string;
  readonly headWords: number;
}

export interface StatementChanges {
  /** Wordings that are new, each with its head. */
  readonly added: readonly { readonly wording: Wording; readonly head: string }[];
  /** Heads that a fuller wording came for: all that belonged to `from` belong to `to`. In order. */
  readonly joined: readonly { readonly from: string; readonly to: string }[];
  /** Single wordings that go to a better statement. After `joined`. */
  readonly moved: readonly { readonly id: string; readonly to: string }[];
}

/** Of a fuller wording without a speaker, the share that a known speaker must have said. */
const MIN_SHARE = 0.5;

interface Node extends Wording {
  head: string;
  headSpeaker: string;
  headWords: number;
}

interface Rank {
  readonly id: string;
  readonly speaker: string;
  readonly words: number;
}

/** Negative: a is the better head. */
const compareHeads = (a: Rank, b: Rank): number =>
  Number(a.speaker === '') - Number(b.speaker === '') || b.words - a.words || (a.id < b.id ? -1 : Number(a.id > b.id));

/**
 * Places new wordings among those stored.
 * @param known every stored wording that contains or is contained in a new one (others do no harm).
 */
export function placeWordings(fresh: readonly Wording[], known: readonly PlacedWording[]): StatementChanges {
  const nodes = new Map<string, Node>(known.map((wording) => [wording.id, { ...wording }]));
  const byKey = new Map<number, Node[]>();
  const byAnchor = new Map<number, Node[]>();
  const list = (node: Node): void => {
    for (const key of node.keys) push(byKey, key, node);
    if (node.keys.length > 0) push(byAnchor, node.keys[0]!, node);
  };
  for (const node of nodes.values()) list(node);

  const added: { wording: Wording; head: string }[] = [];
  const joined: { from: string; to: string }[] = [];
  const moved = new Map<string, string>();

  const containersOf = (x: Node): Node[] =>
    x.keys.length === 0
      ? []
      : (byKey.get(x.keys[0]!) ?? []).filter((y) => y !== x && (x.speaker === '' || y.speaker === x.speaker) && holds(y, x));
  const partsOf = (x: Node, fits: (y: Node) => boolean): Node[] =>
    x.keys.flatMap((key) => byAnchor.get(key) ?? []).filter((y) => y !== x && fits(y) && holds(x, y));

  const setHead = (node: Node, head: Node): void => {
    node.head = head.id;
    node.headSpeaker = head.speaker;
    node.headWords = head.words;
  };
  /** The head with all its members goes under another one. */
  const join = (from: Node, to: Node): void => {
    for (const node of nodes.values()) if (node.head === from.id) setHead(node, to);
    for (const [id, head] of moved) if (head === from.id) moved.set(id, to.id);
    for (const one of added) if (one.head === from.id) one.head = to.id;
    joined.push({ from: from.id, to: to.id });
  };

  const order = [...new Map(fresh.map((wording) => [wording.id, wording])).values()].filter(({ id }) => !nodes.has(id)).sort(compareHeads);
  for (const wording of order) {
    const x: Node = { ...wording, head: wording.id, headSpeaker: wording.speaker, headWords: wording.words };
    nodes.set(x.id, x);
    list(x);
    const container = containersOf(x)
      .filter((y) => y.head === y.id)
      .sort(compareHeads)[0];
    const half =
      container?.speaker || x.speaker !== ''
        ? undefined
        : partsOf(x, (y) => y.speaker !== '' && y.words >= x.words * MIN_SHARE).sort(compareHeads)[0];
    const under = half === undefined ? container : nodes.get(half.head);
    if (under !== undefined) setHead(x, under);
    else if (half !== undefined) Object.assign(x, { head: half.head, headSpeaker: half.headSpeaker, headWords: half.headWords });
    added.push({ wording, head: x.head });
    if (x.head === x.id) {
      for (const y of partsOf(x, (y) => y.speaker === x.speaker || y.speaker === '')) {
        if (y.head === y.id) join(y, x);
        else if (y.head !== x.id && compareHeads(x, { id: y.head, speaker: y.headSpeaker, words: y.headWords }) < 0) {
          setHead(y, x);
          moved.set(y.id, x.id);
        }
      }
    }
    const home = nodes.get(x.head);
    if (x.speaker !== '' && home !== undefined) {
      for (const y of byKey.get(x.keys[0] ?? 0) ?? []) {
        if (y.speaker === '' && y.head === y.id && y.words * MIN_SHARE <= x.words && holds(y, x)) join(y, home);
      }
    }
  }
  return { added, joined, moved: [...moved].map(([id, to]) => ({ id, to })) };
}

function push(lists: Map<number, Node[]>, key: number, node: Node): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [node]);
  else list.push(node);
}

const holds = (whole: Wording, part: Wording): boolean => whole.text.length >= part.text.length && contains(whole.text, part.text);
