/** What a caller declares about an article: the same fields, forms and limits in JSON, in JSON lines and in queries. */
import { z } from 'zod';
import { instantSchema } from '../article.ts';

/** Longest declared values, UTF-16 units. Names of outlets and addresses beyond these are mistakes, and too long for an index. */
export const DECLARED_LIMITS = { id: 500, url: 4000, outlet: 500 } as const;

const tooLong = (limit: number): string => `has more than ${limit} characters`;

/** The fields; each may be absent. */
export const declaredFields = {
  id: z.string().max(DECLARED_LIMITS.id, tooLong(DECLARED_LIMITS.id)),
  url: z
    .string()
    .max(DECLARED_LIMITS.url, tooLong(DECLARED_LIMITS.url))
    .refine((value) => URL.canParse(value), 'is not a URL'),
  outlet: z.string().max(DECLARED_LIMITS.outlet, tooLong(DECLARED_LIMITS.outlet)),
  publishedAt: z.string().refine((value) => !Number.isNaN(Date.parse(value)), 'is not an ISO 8601 date'),
  retrievedAt: instantSchema,
} as const;

const declaredSchema = z.object(declaredFields).partial();
export type DeclaredFacts = { readonly [K in keyof typeof declaredFields]?: string | undefined };

/** What is wrong with declared facts, as `"url": is not a URL`; undefined when nothing is. */
export function problemOfDeclared(facts: DeclaredFacts): string | undefined {
  const issue = declaredSchema.safeParse(facts).error?.issues[0];
  return issue === undefined ? undefined : `"${issue.path.join('.')}": ${issue.message}`;
}
