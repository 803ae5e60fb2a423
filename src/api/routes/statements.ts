/** /v1/statements: who said what, where it appeared first, who cut it. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { CLUSTER_ROLES } from '../../article.ts';
import type { Service } from '../../service.ts';
import { problemSchema } from '../problem.ts';
import { answerSchema, requestSchema } from '../schemas.ts';
import type { RouteFile } from './route-file.ts';

const statementQuery = z.object({
  speaker: z
    .string()
    .max(200)
    .optional()
    .describe('A name, every word of which must be in the name that some article gives, or an entity id.'),
  q: z.string().max(500).optional().describe('Words that must all be in the statement, in any order.'),
  limit: z.coerce.number().int().min(1).max(500).default(50).describe('At most this many statements.'),
});

const appearanceSchema = z.object({
  article: z.string().describe('Article id.'),
  quotation: z.string().describe('Id of the quotation inside the article.'),
  place: z.enum(['body', 'headline']),
  headline: z.string(),
  outlet: z.string().optional(),
  url: z.string().optional(),
  at: z.string().describe('ISO 8601: when the article was published, else when it was taken in.'),
  dated: z.enum(['published', 'received']).describe('Which of the two.'),
  text: z.string().describe('The words as this article gives them.'),
  kept: z.number().min(0).max(1).describe('Share of the words of the fullest wording.'),
  cluster: z
    .object({ id: z.string(), role: z.enum(CLUSTER_ROLES) })
    .optional()
    .describe('The story the article belongs to.'),
});

const statementSchema = z.object({
  id: z.string(),
  speaker: z
    .object({ name: z.string(), entity: z.string().optional() })
    .nullable()
    .describe('The fullest name that an article gives; null when none says who.'),
  text: z.string().describe('The fullest wording.'),
  articles: z.int().min(1).describe('Different articles it appeared in.'),
  appearances: z.array(appearanceSchema).describe('Earliest first.'),
});

function install(app: FastifyInstance, { service }: { readonly service: Service }): void {
  app.get<{ Querystring: z.infer<typeof statementQuery> }>(
    '/v1/statements',
    {
      schema: {
        summary: 'Who said what, and where it appeared',
        description:
          'The same words by the same speaker in several articles are one statement; trimmed variants belong to the fullest one. Statements that ' +
          'appeared first most lately come first. Marked quotations only.',
        tags: ['records'],
        querystring: requestSchema(statementQuery),
        response: {
          200: answerSchema(z.object({ statements: z.array(statementSchema) })),
          400: answerSchema(problemSchema),
          503: answerSchema(problemSchema),
        },
      },
    },
    async (request) => {
      const { speaker, q, limit } = request.query;
      return { statements: await service.statements({ speaker, text: q, limit }) };
    },
  );
}

export const statements: RouteFile = { name: 'statements', install };
