/** docs/errors.md from the error table. */
import { ERRORS, type Fate } from '../../src/errors.ts';
import { markdownTable } from './markdown.ts';

const FATES: Readonly<Record<Fate, { title: string; meaning: string }>> = {
  refuse: {
    title: 'Refused at intake',
    meaning:
      'Nothing was stored. The command line prints one line for each and goes on with the rest (exit code 2); HTTP answers with this code for the item.',
  },
  retry: {
    title: 'Retried by itself',
    meaning: 'Tried again with growing delays. Nothing to do unless it goes on; the item is safe in Postgres meanwhile.',
  },
  quarantine: {
    title: 'Quarantined',
    meaning: 'Kept with its raw bytes and set aside; never tried again by itself. `copydesk quarantine list`, then `retry` or `drop`.',
  },
  fatal: { title: 'Stops the command or request', meaning: 'Nothing was changed by it.' },
};

export function errorPage(): string {
  const sections = (Object.keys(FATES) as Fate[]).map((fate) => {
    const rows = Object.entries(ERRORS)
      .filter(([, error]) => error.fate === fate)
      .map(([code, error]) => [`<a id="${code.toLowerCase()}"></a>\`${code}\``, error.what, error.remedy.replaceAll('<', '&lt;')]);
    return `## ${FATES[fate].title}\n\n${FATES[fate].meaning}\n\n${markdownTable(['code', 'what', 'what to do'], rows)}\n`;
  });
  return `<!-- Written by \`npm run docs\` from src/errors.ts. Do not edit by hand. -->

# Errors

Every error Copydesk raises on purpose has a code, a fate and a remedy. Codes are stable: scripts may rely on them. They appear in CLI output (\`--json\`),
in HTTP answers (\`application/problem+json\`, field \`code\`), in log lines and as the reason of a quarantined item. In code they are
\`CopydeskError\` with \`code\`, \`stage\`, \`retryable\` and \`remedy\`.

"Not an article", "a copy of another" and "no quotation found" are results, not errors.

${sections.join('\n')}`;
}
