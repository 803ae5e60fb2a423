/** Builds the input of the quotation stage from a text and names: paragraphs are its lines, entities are found by plain search. */
import type { Entity } from '../../src/article.ts';
import { takeAsClean } from '../../src/clean/clean.ts';
import { findQuotations, type QuotesInput, type QuotesResult } from '../../src/quotes/quotes.ts';

export interface Name {
  readonly name: string;
  readonly kind?: Entity['kind'];
  readonly descriptors?: readonly string[];
}

export function articleOf(text: string, names: readonly (string | Name)[] = []): QuotesInput {
  const entities = names.map((given): Entity => {
    const { name, kind = 'person', descriptors = [] } = typeof given === 'string' ? { name: given } : given;
    const surname = name.split(' ').at(-1)!;
    const mentions = [...text.matchAll(new RegExp(`${name}|\\b${surname}\\b`, 'g'))].map((match) => ({
      span: [match.index, match.index + match[0].length] as [number, number],
      text: match[0],
    }));
    return {
      id: `${kind}:${name.toLowerCase().replaceAll(' ', '-')}`,
      name,
      kind,
      aliases: [surname],
      descriptors: [...descriptors],
      salience: 0.5,
      mentions,
    };
  });
  const { headline, body, language } = takeAsClean({ text });
  return { headline, body, language, entities };
}

export const read = (text: string, names: readonly (string | Name)[] = [], indirect = false): QuotesResult =>
  findQuotations({ ...articleOf(text, names), indirect });

/** "text <- name" for each quotation. */
export const said = (text: string, names: readonly (string | Name)[] = []): string[] =>
  read(text, names).quotations.map((quotation) => `${quotation.text} <- ${quotation.speaker?.name ?? 'nobody'}`);
