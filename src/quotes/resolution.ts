/** From a speaker's mention to the person, group or document behind it. */
import type { Entity, Span, Speaker } from '../article.ts';
import type { Attribution } from './chains.ts';

export function resolveSpeakers(
  text: string,
  _paragraphs: readonly Span[],
  attributions: readonly Attribution[],
  entities: readonly Entity[],
): { speakers: (Speaker | null)[]; entities: Entity[] } {
  const speakers = attributions.map(({ speaker }): Speaker | null => {
    if (speaker === undefined) return null;
    const mention = { span: speaker.span, text: text.slice(...speaker.span) };
    return { mention, name: mention.text, confidence: 0.5 };
  });
  return { speakers, entities: [...entities] };
}
