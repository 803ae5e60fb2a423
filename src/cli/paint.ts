/** Colours by meaning. Plain text when the output is no terminal, or when NO_COLOR is set. */
import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];

const brush =
  (format: Format) =>
  (text: string): string =>
    styleText(format, text, { stream: process.stdout });

export const paint = {
  strong: brush('bold'),
  faint: brush('dim'),
  good: brush('green'),
  bad: brush('red'),
  warn: brush('yellow'),
  note: brush('cyan'),
  entity: brush('underline'),
} as const;
