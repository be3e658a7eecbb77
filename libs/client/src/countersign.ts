import type { TRPCClient } from '@trpc/client';
import { connect } from './connect';
import { follow, type FollowOptions } from './follow';
import type { AppRouter } from './gen/router';
import type { Token } from './links';
import type { Retry } from './retry';
import type { Event, EventKind } from './types';

/** Every procedure of the admin service: `countersign.users.get.query({ uid })`. */
export type Countersign = TRPCClient<AppRouter>;

export interface CountersignOptions {
  /** Where the admin service listens, `https://admin.internal:7200`. */
  readonly url: string;
  /**
   * A token, or where to get one: asked before every attempt, so that it may answer with a fresh one. A procedure that
   * takes a token only once (`changes.approve`, `permits.reconcile`) needs such a function to be repeated.
   */
  readonly token?: Token;
  /** One that presents a client certificate, for callers who identify themselves by mutual TLS. */
  readonly fetch?: typeof fetch;
  /** ms in which a call that fails for a passing reason is repeated; 0: never. Default 60 seconds. */
  readonly retryForMs?: number;
  readonly onRetry?: (retry: Retry) => void;
}

const ATTEMPT_MS = 10_000;
const LONG_ATTEMPT_MS = 65_000;
const RETRY_FOR_MS = 60_000;

/**
 * The client of the admin service. Every mutation gets an idempotency key unless it brings its own, and keeps it when
 * it is repeated. Calls throw CountersignError.
 */
export const createCountersign = ({
  url,
  token,
  fetch: ownFetch,
  retryForMs = RETRY_FOR_MS,
  onRetry = () => undefined,
}: CountersignOptions): Countersign =>
  connect<AppRouter>({
    connection: {
      url,
      token,
      fetch: ownFetch ?? fetch,
      timeoutMs: ATTEMPT_MS,
      longTimeoutMs: LONG_ATTEMPT_MS,
    },
    retrying: { budgetMs: retryForMs, now: Date.now, random: Math.random, onRetry },
    newKey: () => crypto.randomUUID(),
  });

export interface FollowEventsOptions extends FollowOptions {
  /** Only events of these kinds of aggregates; absent: all. */
  readonly kinds?: readonly EventKind[];
}

/**
 * Every event after `after`, as it happens: `for await (const event of followEvents(countersign, { after }))`. Ends
 * with the signal, and throws CountersignError when the service refuses the reader; being away is not a refusal.
 */
export const followEvents = (
  countersign: Countersign,
  { kinds, ...options }: FollowEventsOptions = {},
): AsyncGenerator<Event, void, undefined> =>
  follow<Event>(
    (after, handlers) =>
      countersign.events.subscribe.subscribe(
        { lastEventId: String(after), ...(kinds && { kinds: [...kinds] }) },
        handlers,
      ),
    options,
    Math.random,
  );
