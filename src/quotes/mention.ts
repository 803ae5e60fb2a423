/** A speaker's mention in the text. */
import type { Span } from '../article.ts';
import type { NounPhrase } from './noun-phrases.ts';
import { tokenAt, type Token } from './tokens.ts';

export interface SpeakerMention {
  readonly span: Span;
  /** Span of the head noun or name inside it; of a relative pronoun, the head of what it stands for. */
  readonly head: Span;
  readonly kind: NounPhrase['kind'];
  readonly paragraph: number;
  /** Of a relative pronoun: the phrase it stands for. */
  readonly antecedent?: SpeakerMention;
}

export function mentionOf(tokens: readonly Token[], phrase: NounPhrase, paragraph: number): SpeakerMention {
  const antecedent = phrase.antecedent === undefined ? undefined : mentionOf(tokens, phrase.antecedent, paragraph);
  return {
    span: [tokenAt(tokens, phrase.from).start, tokenAt(tokens, phrase.to - 1).end],
    head: antecedent?.head ?? [tokenAt(tokens, phrase.head).start, tokenAt(tokens, phrase.head).end],
    kind: phrase.kind,
    paragraph,
    ...(antecedent === undefined ? {} : { antecedent }),
  };
}
