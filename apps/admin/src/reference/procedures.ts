/** The procedures of the router as the reference sees them: what each says about itself, takes and returns. */
import { z } from 'zod';
import { access, type Access } from '../access';
import type { ProcedureMeta } from '../meta';
import { adminRouter } from '../router';

export interface Described {
  /** `users.create` */
  readonly path: string;
  readonly router: string;
  readonly type: 'query' | 'mutation' | 'subscription';
  readonly meta: ProcedureMeta;
  readonly access: Access;
  /** Undefined: it takes nothing. */
  readonly input: z.ZodType | undefined;
  /** Undefined: of a stream, whose parts are described with it. */
  readonly output: z.ZodType | undefined;
}

/** What tRPC keeps of a procedure and does not show in its types. */
interface Definition {
  readonly type: Described['type'];
  readonly meta?: ProcedureMeta;
  readonly inputs: readonly z.ZodType[];
  readonly output?: z.ZodType;
}

const definitions = (): Record<string, { readonly _def: Definition }> =>
  adminRouter._def.procedures as unknown as Record<string, { readonly _def: Definition }>;

/** In the order of the router. Throws where a procedure says nothing about itself, or the table nothing about it. */
export const describedProcedures = (): readonly Described[] =>
  Object.entries(definitions()).map(
    ([
      path,
      {
        _def: { type, meta, inputs, output },
      },
    ]) => {
      const granted = access[path];
      if (meta === undefined || granted === undefined) throw new Error(`${path} is not described`);
      return {
        path,
        router: path.split('.')[0] ?? '',
        type,
        meta,
        access: granted,
        input: described(inputs[0]),
        output,
      };
    },
  );

/** With what the items of a batch should be, which its own schema leaves to be found out one by one. */
function described(input: z.ZodType | undefined): z.ZodType | undefined {
  if (!(input instanceof z.ZodObject)) return input;
  const members = Object.entries(input.shape as Record<string, z.ZodType>).flatMap(([name, member]) => {
    const as = member.meta()?.describedAs;
    return as instanceof z.ZodType ? [[name, as] as const] : [];
  });
  return members.length === 0 ? input : input.extend(Object.fromEntries(members));
}
