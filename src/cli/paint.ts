/** Colours by meaning. Plain text where the stream is no terminal, or when NO_COLOR is set. */
import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];

const paints = (stream: NodeJS.WriteStream) => {
  const brush =
    (format: Format) =>
    (text: string): string =>
      styleText(format, text, { stream });
  return {
    strong: brush('bold'),
    faint: brush('dim'),
    good: brush('green'),
    bad: brush('red'),
    warn: brush('yellow'),
    note: brush('cyan'),
    entity: brush('underline'),
  } as const;
};

/** For standard output. */
export const paint = paints(process.stdout);
/** For standard error. */
export const paintError = paints(process.stderr);
