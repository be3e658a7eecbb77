/**
 * How calls travel. Calls made in the same tick share a request, a few of them at most; one that may be large or take
 * long has a request of its own, so that nothing waits for it. Every attempt asks for the token again, so that one
 * that ended is replaced, and has an end of its own.
 */
import { httpBatchLink, httpLink, httpSubscriptionLink, splitLink, type TRPCLink } from '@trpc/client';
import type { TRPCBuiltRouter, TRPCErrorShape } from '@trpc/server';
import { EventSource } from 'eventsource';
import { refusalOf, type CountersignError } from './fault';

export type Token = string | (() => string | Promise<string>);

export interface Connection {
  /** Where the service listens, `https://admin.internal:7200`. */
  readonly url: string;
  readonly token: Token | undefined;
  readonly fetch: typeof fetch;
  /** ms; of one attempt. */
  readonly timeoutMs: number;
  /** ms; of one attempt of a call that the service gives more time. */
  readonly longTimeoutMs: number;
}

/** What a subscription passes along to learn why it was refused: an EventSource does not tell. */
export interface StreamContext {
  readonly onRefusal: (error: CountersignError) => void;
}

/** Any router, as far as links care: what is sent is JSON as it is. */
export type PlainRouter = TRPCBuiltRouter<
  { ctx: object; meta: object; errorShape: TRPCErrorShape; transformer: false },
  Record<never, never>
>;

const MAX_BATCH = 10;

/** What the service gives a minute. */
const LONG = [
  'events.verify',
  'events.checkpoint',
  'policy.backtest',
  'policy.publish',
  'policy.rollback',
  'changes.propose',
  'changes.approve',
];
const isLong = (path: string): boolean => path.endsWith('Many') || LONG.includes(path);

export function createLinks(connection: Connection): TRPCLink<PlainRouter>[] {
  const url = `${connection.url.replace(/\/+$/, '')}/trpc`;
  const plain = { url, headers: () => authorization(connection.token) };
  const streams = httpSubscriptionLink<PlainRouter, typeof EventSource>({
    url,
    EventSource,
    eventSourceOptions: ({ op }) => ({ fetch: streamFetch(connection, op.context) }),
  });
  const single = httpLink<PlainRouter>({
    ...plain,
    fetch: timedFetch(connection.fetch, connection.longTimeoutMs),
  });
  const batched = httpBatchLink<PlainRouter>({
    ...plain,
    maxItems: MAX_BATCH,
    fetch: timedFetch(connection.fetch, connection.timeoutMs),
  });
  return [
    splitLink({
      condition: ({ type }) => type === 'subscription',
      true: streams,
      false: splitLink({ condition: ({ path }) => isLong(path), true: single, false: batched }),
    }),
  ];
}

async function authorization(token: Token | undefined): Promise<Record<string, string>> {
  if (token === undefined) return {};
  return { authorization: `Bearer ${typeof token === 'string' ? token : await token()}` };
}

type Init = Omit<RequestInit, 'signal'> & { readonly signal?: AbortSignal | null | undefined };

const timedFetch =
  (inner: typeof fetch, timeoutMs: number) =>
  (input: string | URL | Request, { signal, ...init }: Init = {}): Promise<Response> => {
    const timeout = AbortSignal.timeout(timeoutMs);
    return inner(input, { ...init, signal: signal ? AbortSignal.any([signal, timeout]) : timeout });
  };

const streamFetch =
  ({ fetch: inner, token }: Connection, context: Readonly<Record<string, unknown>>): typeof fetch =>
  async (input, init) => {
    const headers = { ...(init?.headers as Record<string, string>), ...(await authorization(token)) };
    const response = await inner(input, { ...init, headers });
    const { onRefusal } = context as Partial<StreamContext>;
    if (!response.ok) onRefusal?.(refusalOf(response.status, await response.clone().text()));
    return response;
  };
