/** A JSON schema in the notation of TypeScript types, with what its members mean beside them. For people. */
import { z } from 'zod';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Shapes that have a name are put into `named` and referred to. */
export function jsonSchemaOf(
  schema: z.ZodType,
  io: 'input' | 'output',
  named: Map<string, JsonSchema>,
): JsonSchema {
  const { $defs = {}, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  for (const [name, shape] of Object.entries($defs)) named.set(name, shape);
  return rest;
}

export function schemaText(schema: JsonSchema, indent = ''): string {
  if (schema.$ref !== undefined) return schema.$ref.replace(/^.*\//, '');
  const options = schema.anyOf ?? schema.oneOf;
  if (options !== undefined) return unionText(options as readonly JsonSchema[], indent);
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.enum !== undefined) return schema.enum.map(literal).join(' | ');
  const { type } = schema as { readonly type?: string | readonly string[] };
  if (Array.isArray(type)) return type.map((one) => (one === 'integer' ? 'number' : one)).join(' | ');
  switch (type) {
    case 'object':
      return objectText(schema, indent);
    case 'array':
      return arrayText(schema.items as JsonSchema, indent);
    case 'integer':
      return 'number';
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return type;
    default:
      return 'unknown';
  }
}

const literal = (value: unknown): string =>
  typeof value === 'string' ? `'${value}'` : String(JSON.stringify(value));

function unionText(options: readonly JsonSchema[], indent: string): string {
  const texts = [...new Set(options.map((option) => schemaText(option, indent)))];
  return texts.join(texts.some((text) => text.includes('\n')) ? `\n${indent}| ` : ' | ');
}

const isUnion = ({ anyOf, oneOf, enum: values, type }: JsonSchema): boolean =>
  anyOf !== undefined || oneOf !== undefined || values !== undefined || Array.isArray(type);

function arrayText(items: JsonSchema, indent: string): string {
  const text = schemaText(items, indent);
  // Whatever is a union at its outermost needs parentheses.
  return isUnion(items) ? `(${text})[]` : `${text}[]`;
}

function objectText(schema: JsonSchema, indent: string): string {
  const members = Object.entries(schema.properties ?? {}) as [string, JsonSchema][];
  if (members.length === 0) return schema.additionalProperties === false ? '{}' : 'object';
  const required = new Set(schema.required);
  const inner = `${indent}  `;
  const lines = members.map(([name, member]) => {
    const optional = required.has(name) ? '' : '?';
    const about = member.description === undefined ? '' : ` // ${member.description}`;
    const text = schemaText(member, inner);
    const [first = '', ...rest] = text.split('\n');
    // What a member of several lines means stands where it begins.
    return [`${inner}${name}${optional}: ${first}${rest.length === 0 ? ';' : ''}${about}`, ...rest].join(
      '\n',
    );
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}
