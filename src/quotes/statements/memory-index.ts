/** The statement index in memory, for the library: the same statements as the store keeps, as long as the program runs. */
import type { NewsRecord } from '../../article.ts';
import { foldName } from '../../text/fold.ts';
import { placeWordings, type PlacedWording } from './place.ts';
import { toStatements, type AppearanceRow, type Statement, type StatementIndex, type StatementQuery } from './statement.ts';
import { foldWords, utterancesOf, type Wording } from './wording.ts';

interface Stored extends Omit<AppearanceRow, 'head'> {
  readonly wording: string;
}

/**
 * @example
 * const index = new MemoryStatements();
 * for (const record of records) await index.add(record);
 * (await index.find({ speaker: 'Lee' }))[0]?.appearances[0]?.outlet; // who had it first
 */
export class MemoryStatements implements StatementIndex {
  #wordings = new Map<string, Wording>();
  readonly #appearances = new Map<string, readonly Stored[]>();
  readonly #heads = new Map<string, string>();
  readonly #byKey = new Map<number, Wording[]>();
  #arrivals = 0;

  add(record: NewsRecord): Promise<void> {
    const again = this.#appearances.has(record.id);
    const received = record.source.receivedAt ?? new Date(this.#arrivals++).toISOString();
    const utterances = utterancesOf(record);
    this.#appearances.set(
      record.id,
      utterances.map(({ quotation, place, text, speaker, entity, wording }) => ({
        wording: wording.id,
        words: wording.words,
        article: record.id,
        quotation,
        place,
        text,
        speaker,
        entity,
        headline: record.headline,
        outlet: record.outlet ?? record.source.host,
        url: record.canonicalUrl ?? record.source.url,
        published: record.publishedAt,
        received,
        cluster: record.cluster,
      })),
    );
    if (again) this.#placeAnew(utterances.map(({ wording }) => wording));
    else this.#place(utterances.map(({ wording }) => wording));
    return Promise.resolve();
  }

  find({ speaker, text, limit }: StatementQuery = {}): Promise<readonly Statement[]> {
    const rows = [...this.#appearances.values()].flat().map((row) => ({ ...row, head: this.#heads.get(row.wording)! }));
    const words = foldWords(text ?? '')
      .split(' ')
      .filter((word) => word !== '|' && word !== '');
    const names = foldName(speaker ?? '')
      .split(' ')
      .filter((word) => word !== '');
    const hit = rows.filter((row) => {
      const said = ` ${this.#wordings.get(row.wording)!.text} `;
      const called = ` ${foldName(row.speaker ?? '')} `;
      return (
        words.every((word) => said.includes(` ${word} `)) && (row.entity === speaker || names.every((word) => called.includes(` ${word} `)))
      );
    });
    const heads = new Set(hit.map(({ head }) => head));
    return Promise.resolve(
      toStatements(
        rows.filter(({ head }) => heads.has(head)),
        limit,
      ),
    );
  }

  #place(fresh: readonly Wording[]): void {
    const near = new Map(fresh.flatMap(({ id }) => this.#wordings.get(id) ?? []).map((wording) => [wording.id, wording]));
    for (const { keys } of fresh) for (const key of keys) for (const wording of this.#byKey.get(key) ?? []) near.set(wording.id, wording);
    const known = [...near.values()].map((wording): PlacedWording => {
      const head = this.#wordings.get(this.#heads.get(wording.id)!)!;
      return { ...wording, head: head.id, headSpeaker: head.speaker, headWords: head.words };
    });
    const { added, joined, moved } = placeWordings(fresh, known);
    for (const { from, to } of joined) for (const [id, head] of this.#heads) if (head === from) this.#heads.set(id, to);
    for (const { id, to } of moved) this.#heads.set(id, to);
    for (const { wording, head } of added) {
      this.#wordings.set(wording.id, wording);
      this.#heads.set(wording.id, head);
      for (const key of wording.keys) {
        const holders = this.#byKey.get(key);
        if (holders === undefined) this.#byKey.set(key, [wording]);
        else holders.push(wording);
      }
    }
  }

  /** A record that changed: wordings that nobody has any more go, and what is left is placed as if it came now. */
  #placeAnew(fresh: readonly Wording[]): void {
    const all = new Map([...this.#wordings, ...fresh.map((wording) => [wording.id, wording] as const)]);
    const used = new Set([...this.#appearances.values()].flat().map(({ wording }) => wording));
    this.#wordings = new Map();
    this.#heads.clear();
    this.#byKey.clear();
    this.#place([...all.values()].filter(({ id }) => used.has(id)));
  }
}
