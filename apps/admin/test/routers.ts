/** Procedures for the tests of the chain around them: one of each kind, under paths of the table and beside it. */
import type { AdminClient } from '@countersign/rpc';
import { z } from 'zod';
import { procedure, router } from '../src/trpc';

const about = { about: 'of a test', faults: [] };
const who = procedure.meta(about).query(({ ctx }) => ({ actor: ctx.principal.actor }));

export const chainRouter = router({
  platform: router({ get: who }),
  users: router({
    get: who,
    create: procedure
      .meta(about)
      .input(z.strictObject({ uid: z.string('must be a text'), age: z.number('must be a number') }))
      .mutation(({ input }) => input),
    list: procedure.meta(about).query(() => {
      throw new TypeError('a bug with a secret in it');
    }),
  }),
  changes: router({ approve: procedure.meta(about).mutation(({ ctx }) => ({ actor: ctx.principal.actor })) }),
  permits: router({ reconcile: procedure.meta(about).mutation(() => 'done') }),
  nowhere: router({ get: who }),
});

/** An engine that is always there and remembers which tokens were spent; anything else asked of it is a mistake. */
export function engineOfTokens(): AdminClient {
  const spent = new Map<string, string>();
  const known: Partial<AdminClient> = {
    ready: () => true,
    waitForReady: async () => undefined,
    close: () => undefined,
    spendToken: async ({ issuer, tokenId, use }) => {
      const name = `${issuer} ${tokenId}`;
      const before = spent.get(name);
      if (before === undefined) spent.set(name, use);
      return { spent: before !== undefined && (before === '' || before !== use) };
    },
  };
  return new Proxy(known as AdminClient, {
    get: (engine, name) => {
      if (!Reflect.has(engine, name)) throw new Error(`${String(name)} was not to be asked`);
      return Reflect.get(engine, name) as unknown;
    },
  });
}
