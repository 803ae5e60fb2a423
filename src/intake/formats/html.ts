/** A web page. */
import { asciiStart, startsAsHtml } from '../../content/kind.ts';
import { readDocument } from './document.ts';
import type { InputFormat } from './input-format.ts';

export const html: InputFormat = {
  name: 'html',
  endings: ['html', 'htm'],
  mediaTypes: ['text/html'],
  sniff: (head) => startsAsHtml(asciiStart(head)),
  read: (chunks, context) => readDocument('text/html', chunks, context),
};
