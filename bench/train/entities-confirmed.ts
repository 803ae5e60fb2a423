/**
 * Ids confirmed one by one (bench/train/confirmed/*.tsv), for rows of the facts that had none and for names that any news reader knows. Each was found with its
 * name in two independent public files, or written down before it was looked up and then found in one, or (files 0, or a group
 * that begins with "nsi-") is the id under which name-suggestion-index lists a body whose Wikidata label and description were read and fit. No evaluation set was a source.
 * Columns: id, kind, name, aliases, country (ISO 3166-1 alpha-2), descriptors, files, group; lists joined by "|"; "*" before a name that others share or
 * that is an everyday word.
 */
import { readdirSync, readFileSync } from 'node:fs';

export interface Confirmed {
  readonly qid: string;
  readonly kind: string;
  readonly name: string;
  readonly aliases: string[];
  readonly country: string;
  readonly descriptors: string[];
  readonly ambiguousAliases: string[];
  readonly files: number;
  readonly group: string;
}

const COLUMNS = 'id\tkind\tname\taliases\tcountry\tdescriptors\tfiles\tgroup';
const KINDS = /^(?:person|organisation|place|event)$/;
const list = (joined: string): string[] => joined.split('|').filter((each) => each !== '');

/**
 * Rows of all files of the folder, by file name.
 * @throws Error with file and line where a row has not eight columns or no id. An id may stand in two of them.
 */
export function readConfirmed(folder: URL): Confirmed[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.tsv'))
    .sort()
    .flatMap((file) => {
      const [head, ...lines] = readFileSync(new URL(file, folder), 'utf8').replace(/\n+$/, '').split('\n');
      if (head !== COLUMNS) throw new Error(`${file}: the first line is not "${COLUMNS}"`);
      return lines.map((line, index) => {
        const [qid = '', kind = '', name = '', aliases = '', country = '', descriptors = '', files = '', group, ...more] = line.split('\t');
        if (group === undefined || more.length > 0 || !/^Q\d+$/.test(qid) || !KINDS.test(kind) || name === '' || !/^\d+$/.test(files))
          throw new Error(`${file}, line ${index + 2}: not a row of eight columns`);
        const names = [name, ...list(aliases)];
        const [bare = '', ...others] = names.map((each) => each.replace(/^\*/, ''));
        return {
          qid,
          kind,
          name: bare,
          aliases: others,
          country,
          descriptors: list(descriptors),
          ambiguousAliases: names.filter((each) => each.startsWith('*')).map((each) => each.slice(1)),
          files: Number(files),
          group,
        };
      });
    });
}
