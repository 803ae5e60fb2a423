/** Text without markup: page dumps. Whatever no other format claims is text. */
import { readDocument } from './document.ts';
import type { InputFormat } from './input-format.ts';

export const text: InputFormat = {
  name: 'text',
  endings: ['txt'],
  mediaTypes: ['text/plain'],
  sniff: () => false,
  read: (chunks, context) => readDocument('text/plain', chunks, context),
};
