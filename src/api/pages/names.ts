/** What pages call an article and a speaker. */
import type { NewsRecord, Quotation } from '../../article.ts';

/** The headline, else the first words. */
export function titleOf({ headline, body, id }: NewsRecord): string {
  if (headline !== '') return headline;
  const start = body.text.slice(0, 80).toWellFormed().replaceAll(/\s+/g, ' ').trim();
  if (start === '') return id;
  return body.text.length > 80 ? `${start} …` : start;
}

/** The speaker's full name where the entity is known: "Volodymyr Zelensky" for "he". */
export function speakerName({ entities }: NewsRecord, { speaker }: Quotation): string {
  if (speaker === null) return 'speaker not named';
  return entities.find(({ id }) => id === speaker.entity)?.name ?? speaker.name;
}
