/** JSON Schema of the record, from the zod schema: docs/record.schema.json and the OpenAPI document are made of it. */
import { z } from 'zod';
import * as vocabulary from '../article.ts';

/** The part of JSON Schema (draft 2020-12) that the record needs. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: boolean | JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

/** Definition names follow the exports of article.ts: `quotationSchema` is `Quotation`. */
function definitionNames(): Map<unknown, string> {
  const names = new Map<unknown, string>();
  for (const [name, value] of Object.entries(vocabulary)) {
    if (!name.endsWith('Schema') || name === 'newsRecordSchema') continue;
    names.set(value, name.charAt(0).toUpperCase() + name.slice(1, -'Schema'.length));
  }
  return names;
}

/**
 * The published schema. Shared shapes stand once under `$defs`.
 *
 * @example recordJsonSchema().$defs?.['Quotation']?.required // ['id', 'span', 'text', ...]
 */
export function recordJsonSchema(): JsonSchema {
  const names = definitionNames();
  const registry = z.registry<z.core.JSONSchemaMeta>();
  const named = Object.assign(registry, {
    get(schema: z.core.$ZodType) {
      const meta = z.globalRegistry.get(schema);
      const id = names.get(schema);
      return id === undefined ? meta : { ...meta, id };
    },
  });
  const { $schema, ...schema } = z.toJSONSchema(vocabulary.newsRecordSchema, {
    target: 'draft-2020-12',
    metadata: named as typeof registry,
    override: ({ jsonSchema }) => {
      // zod states the safe-integer bounds and the type of keys; both are true of every JSON object and only make the page longer.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.propertyNames !== undefined) delete jsonSchema.propertyNames;
    },
  });
  return {
    $schema: $schema ?? 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:copydesk:record:${vocabulary.SCHEMA_VERSION}`,
    title: 'NewsRecord',
    description: `One news article as Copydesk stores it, schema version ${vocabulary.SCHEMA_VERSION}.`,
    ...(schema as JsonSchema),
  };
}
