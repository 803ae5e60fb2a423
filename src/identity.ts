/** What makes two inputs the same article. Apart from pipeline.ts, so that intake can name an article without loading a stage. */
import { createHash } from 'node:crypto';
import type { ArticleInput } from './article.ts';

/** Where an article came from, as far as its identity goes. */
export function sourceKey(input: Pick<ArticleInput, 'url' | 'outlet'>): string {
  return input.url ?? input.outlet ?? '';
}

/** Content-addressed article id: the same bytes from the same source are one article, whatever the file is called. */
export function articleId(rawSha256: string, input: Pick<ArticleInput, 'url' | 'outlet'>): string {
  return `art_${createHash('sha256')
    .update(`${rawSha256}\n${sourceKey(input)}`)
    .digest('hex')
    .slice(0, 24)}`;
}

export interface RawFacts {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly charset: string;
}

/** Facts of an input that was never bytes: hashed as UTF-8. */
export function rawFacts(input: ArticleInput): RawFacts {
  const bytes = Buffer.from(input.html ?? input.text ?? '', 'utf8');
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    mediaType: input.html === undefined ? 'text/plain' : 'text/html',
    charset: 'utf-8',
  };
}
