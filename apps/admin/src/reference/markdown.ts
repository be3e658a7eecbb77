/** docs/admin-reference.md: every procedure with its scope, its input and output, and what it may be refused with. */
import { fault, faultCodes, safeMessages } from '@countersign/policy';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { trpcErrorOf } from '../fault-mapping';
import { describedProcedures, type Described } from './procedures';
import { jsonSchemaOf, schemaText, type JsonSchema } from './schema-text';

/** Of every mutation; said once instead of with each. */
const causeMembers = new Set(['reason', 'idempotencyKey']);

export function referenceMarkdown(): string {
  const named = new Map<string, JsonSchema>();
  const procedures = describedProcedures();
  const sections = [...new Set(procedures.map(({ router }) => router))].map((router) =>
    [
      `## ${router}`,
      ...procedures.filter((one) => one.router === router).map((one) => procedureText(one, named)),
    ].join('\n\n'),
  );
  return [INTRODUCTION, faultTable(), ...sections, shapes(named)].join('\n\n') + '\n';
}

const INTRODUCTION = `# Admin reference

Generated from the procedures themselves by \`node --import tsx apps/admin/src/reference/write.ts\`; do not edit. How to use
the service is in docs/admin-api.md, and what the words mean in [policy.md](policy.md).

A query is \`GET /trpc/<path>?input=<JSON>\` or, where that is too long, \`POST /trpc/<path>\`; a mutation is \`POST /trpc/<path>\`.
A body is JSON. The answer is \`{ "result": { "data": … } }\`, a refusal \`{ "error": { "message", "data": { "fault" } } }\`.

- Amounts are decimal strings. Times are milliseconds since 1970 UTC; in an input also ISO 8601 with \`Z\` or an offset.
  Durations end in \`Ms\`. Where there is none of something an output says \`null\`.
- A member that is not listed is refused, and so is one in another form. All mistakes are told at once, with their paths.
- Every mutation takes \`reason\` (1 to 200 characters, stands in the event) and \`idempotencyKey\` (1 to 128 visible ASCII
  characters) besides what is listed. For 24 hours the same key of the same caller gets the first result again, and is
  refused with other inputs. Where \`expectedRevision\` is listed, another revision of what is changed is a \`conflict\` that
  tells the current one.
- What loosens is refused as \`forbidden\`, with what it loosens, where the settings ask for a second person or a delay:
  then it is proposed with \`changes.propose\`.
- A batch takes up to 1,000 items and returns a result for each, \`ok\` or with its own fault. Each item is carried out as if
  it had been called alone, with a key made of the batch's and its place.`;

/** The codes are the engine's own; what HTTP makes of them is read off the mapping that is in force. */
function faultTable(): string {
  const rows = faultCodes.map((code) => {
    const error = trpcErrorOf(fault(code));
    return `| \`${code}\` | ${error.code} | ${getHTTPStatusCodeFromError(error)} | ${safeMessages[code]} |`;
  });
  return [
    '## Faults',
    'Any procedure may be refused with `invalid`, `unauthenticated`, `forbidden`, `exhausted`, `deadline`, `cancelled`,\n`unavailable` or `internal`. What else one may be refused with stands with it.',
    ['| `fault.code` | code | HTTP | without a word of its own |', '| - | - | - | - |', ...rows].join('\n'),
  ].join('\n\n');
}

function procedureText(
  { path, type, meta, access, input, output }: Described,
  named: Map<string, JsonSchema>,
): string {
  const facts = [
    `${type}, scope \`${access.scope}\``,
    ...(access.fresh === true ? ['a token not used before'] : []),
    ...(access.bulk === true ? ['the longer budget'] : []),
    ...meta.faults.map((code) => `\`${code}\``),
  ];
  const takes = input === undefined ? '{}' : inputText(jsonSchemaOf(input, 'input', named));
  const returns =
    output === undefined ? 'AsyncIterable<Event>' : schemaText(jsonSchemaOf(output, 'output', named));
  return [
    `### ${path}`,
    meta.about,
    `_${facts.join(' · ')}_`,
    ['```ts', `type Input = ${takes};`, `type Output = ${returns};`, '```'].join('\n'),
  ].join('\n\n');
}

/** Without what every mutation takes. */
function inputText(schema: JsonSchema): string {
  const options = (schema.oneOf ?? schema.anyOf) as readonly JsonSchema[] | undefined;
  if (options !== undefined) return schemaText({ oneOf: options.map(withoutCause) });
  return schemaText(withoutCause(schema));
}

function withoutCause(schema: JsonSchema): JsonSchema {
  const members = Object.entries(schema.properties ?? {}).filter(([name]) => !causeMembers.has(name));
  return { ...schema, properties: Object.fromEntries(members) };
}

const shapes = (named: ReadonlyMap<string, JsonSchema>): string =>
  [
    '## Shapes',
    ...[...named]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, schema]) => `### ${name}\n\n\`\`\`ts\ntype ${name} = ${schemaText(schema)};\n\`\`\``),
  ].join('\n\n');
