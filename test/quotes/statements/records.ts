/** Records that quote what they are told to quote. */
import { createHash } from 'node:crypto';
import type { Entity, NewsRecord, Quotation } from '../../../src/article.ts';
import { readArticle } from '../../../src/index.ts';

/** Words, who said them, and the words of them that the headline repeats. */
export type Said = readonly [text: string, speaker: string | undefined, headline?: string];

const surnameOf = (name: string): string => name.split(' ').at(-1)!.toLowerCase();

/** A record of `outlet` with these quotations, each a paragraph of its own; `headline`: quotations that only the headline has. */
export function quoting(outlet: string, publishedAt: string, said: readonly Said[], headline: readonly Said[] = []): NewsRecord {
  const text = said.map(([words]) => `“${words}”`).join('\n\n');
  const base = readArticle({ text }, { clean: 'none', stages: ['clean'] });
  const title = headline.map(([words]) => `“${words}”`).join(' ') || said.find(([, , repeated]) => repeated)?.[2] || outlet;
  const toQuotation =
    (prefix: string, where: string) =>
    ([words, name, repeated]: Said, n: number): Quotation => {
      const start = where.indexOf(`“${words}”`) + 1;
      return {
        id: `${prefix}${n + 1}`,
        span: [start, start + words.length],
        text: words,
        kind: 'direct',
        speaker: name === undefined ? null : { mention: null, entity: `person:${surnameOf(name)}`, name, confidence: 1 },
        cue: null,
        rule: 'test',
        ...(repeated === undefined
          ? {}
          : { headline: { span: [title.indexOf(repeated), title.indexOf(repeated) + repeated.length], text: repeated } }),
      };
    };
  const names = new Map([...said, ...headline].flatMap(([, name]) => (name === undefined ? [] : [[surnameOf(name), name] as const])));
  const entities = [...names].map(([surname, name]): Entity => ({
    id: `person:${surname}`,
    name,
    kind: 'person',
    aliases: [],
    salience: 1,
    mentions: [],
  }));
  return {
    ...base,
    id: `art_${createHash('sha256').update(`${outlet}\n${text}\n${title}`).digest('hex').slice(0, 24)}`,
    headline: title,
    outlet,
    publishedAt: { value: publishedAt, precision: publishedAt.length > 10 ? 'minute' : 'day', from: 'declared' },
    source: { outlet, receivedAt: '2025-04-01T00:00:00.000Z' },
    quotations: said.map(toQuotation('q', text)),
    ...(headline.length === 0 ? {} : { headlineQuotations: headline.map(toQuotation('h', title)) }),
    entities,
  };
}
