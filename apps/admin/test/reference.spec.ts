import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { proposable } from '../src/input/changes';
import { openApiDocument } from '../src/reference/openapi';
import { describedProcedures } from '../src/reference/procedures';
import { jsonSchemaOf, schemaText, type JsonSchema } from '../src/reference/schema-text';

test('the committed reference is what the procedures say', () => {
  const write = join(__dirname, '../src/reference/write.ts');
  expect(execFileSync(process.execPath, ['--import', 'tsx', write], { stdio: 'pipe' }).toString()).toBe('');
});

const inputs = (type: 'query' | 'mutation') =>
  describedProcedures()
    .filter((one) => one.type === type)
    .map(({ path, input = z.never() }) => [path, jsonSchemaOf(input, 'input', new Map())] as const);

/** The forms that an input can have: one, unless something in it says which. */
const forms = (schema: JsonSchema): readonly JsonSchema[] =>
  (schema.oneOf ?? schema.anyOf ?? [schema]) as readonly JsonSchema[];

test.each(inputs('mutation'))('%s asks for a reason and for a key', (_path, schema) => {
  for (const form of forms(schema)) {
    expect(form.required).toEqual(expect.arrayContaining(['reason', 'idempotencyKey']));
  }
});

test.each([...inputs('query'), ...inputs('mutation')])(
  '%s knows every member of its input',
  (_path, schema) => {
    for (const form of forms(schema))
      expect(form).toMatchObject({ type: 'object', additionalProperties: false });
  },
);

test('what can be proposed is a mutation, with its input but for the cause', () => {
  const mutations = new Map<string, JsonSchema>(inputs('mutation'));
  const proposals = forms(jsonSchemaOf(proposable, 'input', new Map()));
  expect(proposals.length).toBeGreaterThan(10);
  for (const { properties } of proposals) {
    const { procedure, input } = properties as { procedure: { const: string }; input: JsonSchema };
    const direct = forms(mutations.get(procedure.const) ?? {});
    forms(input).forEach((form, index) => {
      const { reason, idempotencyKey, expectedRevision, ...members } = direct[index]?.properties ?? {};
      expect(form.properties).toEqual(members);
      expect([reason, idempotencyKey, expectedRevision]).not.toContain(undefined);
    });
  }
});

test('every name that the OpenAPI document uses is in it', () => {
  const document = openApiDocument();
  const names = new Set(Object.keys(document.components?.schemas ?? {}));
  const used = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(
    ([, name]) => name,
  );
  expect(names.size).toBeGreaterThan(10);
  expect(used.filter((name) => !names.has(name ?? ''))).toEqual([]);
  expect(Object.keys(document.paths ?? {})).toHaveLength(
    describedProcedures().filter(({ type }) => type !== 'subscription').length,
  );
});

test('a schema reads as a type', () => {
  const named = new Map<string, JsonSchema>();
  const schema = z.object({
    name: z.string().meta({ description: 'for people' }),
    of: z.enum(['a', 'b']).array().optional(),
    more: z.union([z.number().int(), z.null()]),
    each: z.array(z.discriminatedUnion('k', [z.object({ k: z.literal(1) }), z.object({ k: z.literal(2) })])),
    named: z.object({ x: z.boolean() }).meta({ id: 'OfTheTest' }),
    anything: z.unknown(),
  });
  expect(schemaText(jsonSchemaOf(schema, 'output', named))).toBe(
    [
      '{',
      '  name: string; // for people',
      "  of?: ('a' | 'b')[];",
      '  more: number | null;',
      '  each: ({',
      '    k: 1;',
      '  }',
      '  | {',
      '    k: 2;',
      '  })[]',
      '  named: OfTheTest;',
      '  anything: unknown;',
      '}',
    ].join('\n'),
  );
  expect([...named.keys()]).toEqual(['OfTheTest']);
});
