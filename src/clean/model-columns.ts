/**
 * Models read by names: a model file lists the features it was trained on, in the order of its columns; at load its numbers are put where this
 * version measures those features. The order of features, and features that are newer than the model, make no difference.
 */
import { z } from 'zod';
import { readModelFile } from '../model-files.ts';
import type { Forest } from './forest.ts';

/** What every model file of cleaning says of itself. */
export const modelCardSchema = z.object({
  /** The command that makes the file. */
  recipe: z.string(),
  data: z.string(),
  /** Month or day of the training. */
  date: z.string(),
});

/** What to do about a model file that cannot be used. */
const remedy = (file: string): string =>
  `take models/${file} anew from the repository or package of this version, or train it (models/README.md)`;

/**
 * A model file as JSON of the given form.
 * @throws Error when it is missing, damaged or another file, with what to do.
 */
export function readModelJson<T extends z.ZodType>(file: string, form: T): z.infer<T> {
  return parseModelJson(file, readModelFile(file), form);
}

export function parseModelJson<T extends z.ZodType>(file: string, bytes: Uint8Array, form: T): z.infer<T> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new Error(`models/${file} is damaged: ${remedy(file)}`, { cause: error });
  }
  const read = form.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new Error(
    `models/${file} is no model of this form (${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong'}): ${remedy(file)}`,
  );
}

/**
 * For each column of the model, the column in which this version measures the feature of that name.
 * @throws Error that names the feature which this version does not measure.
 */
export function columnsByName(file: string, trained: readonly string[], measured: readonly string[]): readonly number[] {
  const columns = new Map(measured.map((name, column) => [name, column]));
  if (columns.size !== measured.length) throw new Error(`two features of models/${file} have one name`);
  return trained.map((name) => {
    const column = columns.get(name);
    if (column === undefined)
      throw new Error(`models/${file} was trained on a feature "${name}" that this version does not measure: ${remedy(file)}`);
    return column;
  });
}

/** The place of a name. @throws Error when it is not there: a feature that is looked for by a wrong name must not be read as another one. */
export function columnOf(names: readonly string[], name: string): number {
  const column = names.indexOf(name);
  if (column < 0) throw new Error(`there is no feature "${name}"`);
  return column;
}

/** The forest on the columns of this version. */
export function forestByName({ bias, trees }: Forest, columns: readonly number[], file: string): Forest {
  const moved = (feature: number): number => {
    if (feature < 0) return feature;
    const column = columns[feature];
    if (column === undefined) throw new Error(`models/${file} asks for column ${feature} of ${columns.length}: ${remedy(file)}`);
    return column;
  };
  return { bias, trees: trees.map((tree) => tree.map((value, at) => (at % 4 === 0 ? moved(value) : value))) };
}
