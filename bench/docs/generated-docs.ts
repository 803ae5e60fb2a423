/** The pages that are made from code, as they must stand on disk: formatted as the repository is. */
import { readFile } from 'node:fs/promises';
import { format } from 'oxfmt';
import { recordJsonSchema } from '../../src/export/json-schema.ts';
import { configurationPage } from './configuration-page.ts';
import { decisionsPage } from './decisions-page.ts';
import { errorPage } from './error-page.ts';
import { recordPage } from './record-page.ts';

export interface GeneratedDoc {
  /** From the top of the repository. */
  readonly path: string;
  readonly text: string;
}

export async function generatedDocs(): Promise<GeneratedDoc[]> {
  const options = JSON.parse(await readFile(new URL('../../.oxfmtrc.json', import.meta.url), 'utf8')) as { ignorePatterns?: string[] };
  delete options.ignorePatterns;
  const formatted = async (path: string, source: string): Promise<GeneratedDoc> => {
    const { code, errors } = await format(path, source, options);
    if (errors[0] !== undefined) throw new Error(`${path}: ${errors[0].message}`);
    return { path, text: code };
  };
  return [
    { path: 'docs/record.schema.json', text: `${JSON.stringify(recordJsonSchema(), null, 2)}\n` },
    await formatted('docs/records.md', recordPage()),
    await formatted('docs/errors.md', errorPage()),
    await formatted('docs/configuration.md', configurationPage()),
    await formatted('docs/decisions/README.md', await decisionsPage()),
  ];
}
