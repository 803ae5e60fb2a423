/** docs/decisions/README.md: the list of decision notes, from their first lines. */
import { readFile, readdir } from 'node:fs/promises';

const FOLDER = new URL('../../docs/decisions/', import.meta.url);

export async function decisionsPage(): Promise<string> {
  const notes = (await readdir(FOLDER)).filter((name) => /^\d{4}-.*\.md$/.test(name)).sort();
  const rows = await Promise.all(
    notes.map(async (name) => {
      const title = /^# (?:\d{4}[.:]? )?(.+)$/m.exec(await readFile(new URL(name, FOLDER), 'utf8'))?.[1] ?? name;
      return `- [${name.slice(0, 4)}](${name}) ${title}`;
    }),
  );
  return `<!-- Written by \`npm run docs\` from the notes in this folder. Do not edit by hand. -->

# Decisions

Choices that somebody will ask about: the context, the options with measured numbers, the choice, and what would change our mind. A note is not rewritten when
things change; a new one takes its place and says so.

${rows.join('\n')}
`;
}
