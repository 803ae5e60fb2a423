/** Events as CloudEvents 1.0 (JSON format), for the HTTP feed and the command line. */
import { z } from 'zod';
import { CopydeskError } from '../errors.ts';
import type { FeedEvent } from '../store/events.ts';

export const cloudEventSchema = z.object({
  specversion: z.literal('1.0'),
  id: z.string().describe('The same however often the event is read.'),
  source: z.string().describe('The desk that it comes from.'),
  type: z.string().describe('article.stored, article.clustered, article.quarantined, article.dropped, cluster.merged'),
  subject: z.string().describe('Id of the article.'),
  time: z.string().describe('ISO 8601.'),
  datacontenttype: z.literal('application/json'),
  cursor: z.string().describe('What follows this event: the value for `after`.'),
  data: z.record(z.string(), z.unknown()),
});
export type CloudEvent = z.infer<typeof cloudEventSchema>;

/** Names the kind, so that a cursor of another list is refused and not misread. */
const KIND = 'events:';

/** A position as an opaque cursor. */
export const encodeCursor = (position: number): string => Buffer.from(`${KIND}${position}`, 'utf8').toString('base64url');

/** @throws CopydeskError BAD_REQUEST when it is no cursor of the feed. */
export function decodeCursor(cursor: string): number {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const position = text.startsWith(KIND) ? Number(text.slice(KIND.length)) : Number.NaN;
  if (!Number.isSafeInteger(position) || position < 0 || encodeCursor(position) !== cursor)
    throw new CopydeskError(
      'BAD_REQUEST',
      `"after" must be a cursor that an answer gave as "next", not ${JSON.stringify(cursor.slice(0, 40))}`,
    );
  return position;
}

export const toCloudEvent = ({ id, position, type, itemId, payload, createdAt }: FeedEvent, source: string): CloudEvent => ({
  specversion: '1.0',
  id,
  source,
  type,
  subject: itemId,
  time: createdAt,
  datacontenttype: 'application/json',
  cursor: encodeCursor(position),
  data: payload,
});
