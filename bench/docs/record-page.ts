/** docs/records.md from the schema: a commented example, then a table for each shape. */
import { CLUSTER_ROLES, ENTITY_KINDS, SCHEMA_VERSION } from '../../src/article.ts';
import { recordJsonSchema, type JsonSchema } from '../../src/export/json-schema.ts';
import { exampleRecord } from './example-record.ts';
import { markdownTable } from './markdown.ts';

const root = recordJsonSchema();
const definitions = root.$defs ?? {};

function resolve(schema: JsonSchema | undefined): { schema: JsonSchema; description: string | undefined } {
  if (schema === undefined) return { schema: {}, description: undefined };
  const named = schema.$ref === undefined ? undefined : definitions[schema.$ref.replace('#/$defs/', '')];
  const oneOf = schema.anyOf?.find((option) => option.type !== 'null');
  const target = named ?? (oneOf === undefined ? schema : resolve(oneOf).schema);
  return { schema: target, description: schema.description };
}

/** JSON with the description of each field after it, each description once. */
function commentedJson(value: unknown, of: JsonSchema, indent: string, said: Set<JsonSchema>): string {
  if (Array.isArray(value)) {
    const item = typeof of.items === 'object' ? resolve(of.items).schema : {};
    if (value.every((element) => typeof element !== 'object') || (of.prefixItems !== undefined && value.length === 2)) {
      return `[${value.map((element) => JSON.stringify(element)).join(', ')}]`;
    }
    const inner = value.map((element) => `${indent}  ${commentedJson(element, item, `${indent}  `, said)},`);
    return `[\n${inner.join('\n')}\n${indent}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const lines: string[] = [];
  const fields = Object.entries(value);
  const silent = said.has(of);
  said.add(of);
  for (const [name, field] of fields) {
    const { schema, description } = resolve(of.properties?.[name]);
    const json = commentedJson(field, schema, `${indent}  `, said);
    const comment = silent || description === undefined ? '' : ` // ${description}`;
    if (json.includes('\n')) {
      const [first, ...rest] = json.split('\n');
      lines.push(`${indent}  ${JSON.stringify(name)}: ${first}${comment}`, rest.join('\n').concat(','));
    } else {
      lines.push(`${indent}  ${JSON.stringify(name)}: ${json},${comment}`);
    }
  }
  const flat = JSON.stringify(value);
  const oneLine = flat.length < 110 && !lines.some((line) => line.includes(' // '));
  if (oneLine)
    return flat
      .replaceAll('":', '": ')
      .replaceAll(/,(?=["\d])/g, ', ')
      .replace(/^\{/, '{ ')
      .replace(/\}$/, ' }');
  return `{\n${lines.join('\n')}\n${indent}}`;
}

function typeName(schema: JsonSchema): string {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace('#/$defs/', '');
    return `[${name}](#${name.toLowerCase()})`;
  }
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeName).join(' or ');
  if (schema.enum !== undefined) return schema.enum.map((word) => `\`${word}\``).join(', ');
  if (schema.type === 'array') {
    if (schema.prefixItems !== undefined) return `[${schema.prefixItems.map(typeName).join(', ')}]`;
    return `list of ${typeof schema.items === 'object' ? typeName(schema.items) : 'anything'}`;
  }
  if (schema.type === 'object') {
    if (typeof schema.additionalProperties === 'object') return `map to ${typeName(schema.additionalProperties)}`;
    return 'object';
  }
  if (schema.minimum === 0 && schema.maximum === 1) return 'number, 0..1';
  return String(schema.type ?? 'anything');
}

function fieldRows(schema: JsonSchema, prefix = ''): string[][] {
  const required = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const row = [`\`${prefix}${name}\``, typeName(field), required.has(name) ? 'always' : '', field.description ?? ''];
    const nested = field.$ref === undefined && field.properties !== undefined ? fieldRows(field, `${prefix}${name}.`) : [];
    return [row, ...nested];
  });
}

function shape(name: string, schema: JsonSchema): string {
  const lead = schema.description === undefined ? '' : `${schema.description}\n\n`;
  if (schema.properties === undefined) return `### ${name}\n\n${lead}Type: ${typeName(schema)}.\n`;
  return `### ${name}\n\n${lead}${markdownTable(['field', 'type', 'present', 'meaning'], fieldRows(schema))}\n`;
}

export function recordPage(): string {
  return `<!-- Written by \`npm run docs\` from src/article.ts. Do not edit by hand. -->

# The record

What Copydesk stores for each article and hands downstream. Schema version ${SCHEMA_VERSION}; machine-readable as
[record.schema.json](record.schema.json) (\`import schema from 'copydesk/record.schema.json'\`), in TypeScript as \`NewsRecord\` and \`newsRecordSchema\`.

## How to read it

- **Spans** are \`[start, end]\`, end exclusive, in UTF-16 code units (JavaScript string offsets) into \`body.text\`. \`body.text.slice(start, end)\` gives the text
  beside the span, always. In Python count code points instead: \`text.encode('utf-16-le')[2*start:2*end].decode('utf-16-le')\`.
- **Absent means unknown.** A field that is not sure is left out, never guessed; only \`headline\` is always there, empty when the page names none.
- **Ids** of articles come from their bytes and declared source: the same input gives the same id on every machine. Ids of quotations are unique in their article.
- **The same input gives the same record** for the same \`versions\`; only \`timings\`, \`source.receivedAt\`, \`batch\` and \`cluster\` depend on the run.
- **Kinds** of entities are ${ENTITY_KINDS.map((kind) => `\`${kind}\``).join(', ')}; roles in a cluster are ${CLUSTER_ROLES.map((role) => `\`${role}\``).join(', ')}.
- New optional fields may appear within a major schema version; ignore what you do not know.

## Example

An invented article, with nearly every field.

\`\`\`jsonc
${commentedJson(exampleRecord(), root, '', new Set())}
\`\`\`

## Fields

### NewsRecord

${markdownTable(['field', 'type', 'present', 'meaning'], fieldRows(root))}

${Object.entries(definitions)
  .map(([name, schema]) => shape(name, schema))
  .join('\n')}`;
}
