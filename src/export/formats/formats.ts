/** All output formats. To add one: its file, and its line here. */
import { CopydeskError } from '../../errors.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import type { OutputFormat } from './output-format.ts';

let formats: readonly OutputFormat[] = [jsonl, json];

/** The first is what is written when nothing is asked for. */
export const outputFormats = (): readonly OutputFormat[] => formats;
export const DEFAULT_FORMAT: OutputFormat = jsonl;

/**
 * Adds a format, for `copydesk export --format`, for HTTP (`Accept`, `?format=`) and for files with its ending.
 * @throws CopydeskError BAD_ARGUMENT when its name, media type or ending is taken.
 */
export function addOutputFormat(format: OutputFormat): void {
  const taken = formats.find(
    ({ name, mediaType, ending }) => name === format.name || mediaType === format.mediaType || ending === format.ending,
  );
  if (taken !== undefined)
    throw new CopydeskError('BAD_ARGUMENT', `the output format ${format.name} shares its name, type or ending with ${taken.name}`);
  formats = [...formats, format];
}

export const outputNamed = (name: string): OutputFormat | undefined => formats.find((format) => format.name === name);

/** The format of a file that is written: "records.jsonl". */
export function outputOfFile(file: string): OutputFormat | undefined {
  return formats.find(({ ending }) => file.toLowerCase().endsWith(`.${ending}`));
}

interface Accepted {
  readonly type: string;
  readonly weight: number;
}

/** "application/json;q=0.5, text/html" by weight, highest first; types of weight 0 are left out. RFC 9110, 12.5.1. */
function acceptedTypes(accept: string): Accepted[] {
  return accept
    .split(',')
    .map((part) => {
      const [type = '', ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const weight = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
      return { type, weight: Number.isNaN(weight) ? 0 : weight };
    })
    .filter(({ type, weight }) => type !== '' && weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
}

/** What a caller's `Accept` asks for; the default where it asks for nothing that is here (it takes anything, or a page). */
export function outputAccepted(accept: string | undefined): OutputFormat {
  for (const { type } of acceptedTypes(accept ?? '')) {
    const format = formats.find(({ mediaType }) => mediaType === type);
    if (format !== undefined) return format;
  }
  return DEFAULT_FORMAT;
}
