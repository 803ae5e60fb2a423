/**
 * The card of a model file: what made it, from which data, when, and the names of its features in the order of its columns. It stands at the end of the
 * file: JSON (UTF-8), then its length in bytes (u32, little-endian). What is read is arranged by these names, never by position.
 */
import { z } from 'zod';
import { damaged } from './model-file.ts';

/** A feature and how many columns (rows of a table, bits) it has, or its number. */
export type NamedColumns = readonly [name: string, count: number];

const columns = z.array(z.tuple([z.string(), z.int().min(0)]));
const cardSchema = z.strictObject({
  recipe: z.string(),
  data: z.string(),
  date: z.string(),
  /** By part of the model. */
  features: z.record(z.string(), columns),
});
export interface ModelCard {
  /** The command that makes the file. */
  readonly recipe: string;
  readonly data: string;
  /** YYYY-MM-DD, the day of the training. */
  readonly date: string;
  readonly features: Readonly<Record<string, readonly NamedColumns[]>>;
}

export function withCard(body: Uint8Array, card: ModelCard): Buffer {
  const json = Buffer.from(JSON.stringify(card));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  return Buffer.concat([body, json, length]);
}

/** @throws Error that names the file, when it has no card at its end. */
export function readCard(file: string, bytes: Buffer): { readonly card: ModelCard; readonly body: Buffer } {
  const end = bytes.length - 4;
  const from = end < 0 ? -1 : end - bytes.readUInt32LE(end);
  if (from < 0) throw damaged(file, 'it is cut off');
  try {
    return { card: cardSchema.parse(JSON.parse(bytes.toString('utf8', from, end))), body: bytes.subarray(0, from) };
  } catch {
    throw damaged(file, 'it is cut off');
  }
}

/**
 * For each column block of the file, where the program has it: starts by name. A block that the file does not have gets no weights until the next training.
 * @throws Error that names the feature, when the program does not know it or gives it another number of columns.
 */
export function arrange(
  file: string,
  inFile: readonly NamedColumns[],
  inProgram: readonly NamedColumns[],
): { readonly from: number; readonly to: number; readonly count: number }[] {
  const known = new Map<string, { to: number; count: number }>();
  let at = 0;
  for (const [name, count] of inProgram) {
    known.set(name, { to: at, count });
    at += count;
  }
  let from = 0;
  return inFile.map(([name, count]) => {
    const block = known.get(name);
    if (block === undefined || block.count !== count) throw unknownFeature(file, name);
    from += count;
    return { from: from - count, to: block.to, count };
  });
}

export const unknownFeature = (file: string, name: string): Error =>
  new Error(
    `models/${file} has a feature "${name}" that this program does not have: take the file anew from the repository (git checkout), or train it anew (models/README.md)`,
  );
