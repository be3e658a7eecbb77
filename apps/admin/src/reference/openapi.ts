/**
 * docs/admin-openapi.json: the same procedures for callers without TypeScript. It describes tRPC's own HTTP, as it is
 * served: every procedure as a POST with a JSON body, its output under `result.data`, a refusal under `error`.
 */
import { z } from 'zod';
import { createDocument } from 'zod-openapi';
import { describedProcedures, type Described } from './procedures';

const refused = z
  .object({
    error: z.object({
      message: z.string(),
      code: z.number().int(),
      data: z.object({
        code: z.string(),
        httpStatus: z.number().int(),
        fault: z.object({
          code: z.string(),
          details: z.array(z.string()),
          revision: z.number().int().optional(),
          correlationId: z.string().optional(),
        }),
      }),
    }),
  })
  .meta({ id: 'Refused' });

type Document = ReturnType<typeof createDocument>;

export const openApiDocument = (): Document =>
  createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Countersign admin',
        version: '1',
        description: 'docs/admin-api.md says how to use it. Streams of events are SSE: docs/admin-api.md.',
      },
      servers: [{ url: '/trpc' }],
      security: [{ token: [] }],
      paths: Object.fromEntries(
        describedProcedures()
          .filter(({ type }) => type !== 'subscription')
          .map((procedure) => [`/${procedure.path}`, { post: operationOf(procedure) }]),
      ),
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    },
    {
      allowEmptySchema: { custom: true, unknown: true },
    },
  );

const operationOf = ({ path, router, meta, access, input, output }: Described) => ({
  operationId: path,
  tags: [router],
  summary: meta.about,
  description: `Scope ${access.scope}.${access.fresh === true ? ' Needs a token not used before.' : ''}`,
  requestBody: { required: true, content: { 'application/json': { schema: input ?? z.strictObject({}) } } },
  responses: {
    '200': {
      description: 'Done',
      content: {
        'application/json': {
          schema: z.object({ result: z.object({ data: output ?? z.unknown() }) }),
        },
      },
    },
    default: { description: 'Refused', content: { 'application/json': { schema: refused } } },
  },
});
