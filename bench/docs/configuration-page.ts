/** docs/configuration.md from the settings. */
import { SETTINGS } from '../../src/config.ts';
import { markdownTable } from './markdown.ts';

const GROUPS: readonly { readonly title: string; readonly pattern: RegExp }[] = [
  { title: 'Where things are kept', pattern: /^(DATABASE_URL|REDIS_URL|COPYDESK_(HOME|QUEUE_PREFIX|DB_POOL|EMBEDDED_.*))$/ },
  { title: 'Reading articles', pattern: /^COPYDESK_(CONCURRENCY|READERS?_?.*|READ_.*|MAX_BYTES)$/ },
  { title: 'HTTP', pattern: /^COPYDESK_(HOST|PORT|API_.*)$/ },
  { title: 'Webhooks', pattern: /^COPYDESK_WEBHOOK_/ },
  { title: 'Retries, shutdown, logs', pattern: /./ },
];

export function configurationPage(): string {
  const left = new Set(SETTINGS);
  const sections = GROUPS.map(({ title, pattern }) => {
    const settings = [...left].filter((setting) => pattern.test(setting.name));
    for (const setting of settings) left.delete(setting);
    const rows = settings.map(({ name, initial, description }) => [
      `<a id="${name.toLowerCase()}"></a>\`${name}\``,
      initial === undefined ? '' : `\`${initial}\``,
      description.replaceAll('<', '&lt;'),
    ]);
    return `## ${title}\n\n${markdownTable(['variable', 'default', 'meaning'], rows)}\n`;
  });
  return `<!-- Written by \`npm run docs\` from src/config.ts. Do not edit by hand. -->

# Configuration

Everything is set by environment variables, read once at start. Nothing has to be set. A wrong value stops the command with
[\`BAD_CONFIG\`](errors.md#bad_config) and names the variable; it never becomes a default. An empty variable counts as not set.
\`copydesk doctor\` shows what is in force, with passwords hidden.

${markdownTable(
  ['set', 'queue', 'records', 'for'],
  [
    ['nothing', 'in the embedded Postgres', 'embedded Postgres (PGlite) in `./.copydesk/`', 'a laptop, a first batch, tests'],
    ['`DATABASE_URL`', 'in Postgres', 'Postgres 14+', 'a small team: one service to run'],
    ['`DATABASE_URL` and `REDIS_URL`', 'Redis 7 or Valkey 8', 'Postgres 14+', 'many workers on many machines; the compose file'],
  ],
)}

${sections.join('\n')}`;
}
