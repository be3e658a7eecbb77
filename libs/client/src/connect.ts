/**
 * A typed client of any router that keeps the service's conventions: every mutation carries an idempotency key, and
 * keeps it however often it has to be sent. So a reply that was lost is asked for again and the effect is made once.
 */
import { createTRPCUntypedClient, type TRPCClient } from '@trpc/client';
import { createTRPCRecursiveProxy, type AnyTRPCRouter } from '@trpc/server';
import { createLinks, type Connection, type PlainRouter } from './links';
import { retry, type Retrying } from './retry';

export interface ConnectDeps {
  readonly connection: Connection;
  readonly retrying: Retrying;
  /** Unique among all callers that share an identity. */
  readonly newKey: () => string;
}

/** What queries and mutations throw is a CountersignError; a subscription tells of itself in tRPC's own way. */
export function connect<Router extends AnyTRPCRouter>(deps: ConnectDeps): TRPCClient<Router> {
  const { connection, retrying, newKey } = deps;
  const client = createTRPCUntypedClient<PlainRouter>({ links: createLinks(connection) });
  const proxy = createTRPCRecursiveProxy(({ path, args }) => {
    const procedure = path.slice(0, -1).join('.');
    const [input, options = {}] = args as [unknown, CallOptions?];
    switch (path.at(-1)) {
      case 'query':
        return retry(procedure, () => client.query(procedure, input, options), retrying, options.signal);
      case 'mutate': {
        const keyed = withKey(input, newKey);
        return retry(procedure, () => client.mutation(procedure, keyed, options), retrying, options.signal);
      }
      case 'subscribe':
        return client.subscription(procedure, input, options);
      default:
        throw new TypeError(`${procedure} is called with .query, .mutate or .subscribe`);
    }
  });
  // The proxy has every procedure of every router; which of them exist is what the type says.
  return proxy as TRPCClient<Router>;
}

interface CallOptions {
  readonly signal?: AbortSignal;
}

const withKey = (input: unknown, newKey: () => string): unknown => {
  if (typeof input !== 'object' || input === null) return input;
  const { idempotencyKey } = input as { readonly idempotencyKey?: unknown };
  return idempotencyKey === undefined ? { ...input, idempotencyKey: newKey() } : input;
};
