/**
 * The log as it grows, one event after the other, without gap or duplicate across lost connections and restarts of
 * whatever is on the other side: the stream is always opened after the last event that was handed out. A reader who is
 * slow costs no memory: when too many events wait for it the stream is closed, and opened again when they are read.
 */
import { countersignError, type CountersignError } from './fault';
import { isPassing, pause, waitAfter } from './retry';
import type { StreamContext } from './links';

/** What a stream of numbered things looks like from here. */
export interface OpenStream<Item> {
  (
    afterPosition: number,
    handlers: {
      readonly context: StreamContext & Record<string, unknown>;
      readonly onData: (message: { readonly id: string; readonly data: Item }) => void;
      readonly onError: (error: unknown) => void;
      readonly onComplete: () => void;
      readonly onConnectionStateChange: (state: { readonly error: unknown }) => void;
    },
  ): { unsubscribe(): void };
}

export interface FollowOptions {
  /** Position of the last event that is known already; 0: from the first. */
  readonly after?: number;
  /** Ends the iteration without an error. */
  readonly signal?: AbortSignal;
  /** The connection was lost and will be made again. */
  readonly onReconnect?: (error: CountersignError, waitMs: number) => void;
}

const MOST_WAITING = 500;

type End = { readonly error: CountersignError | undefined };

/** Ends with the signal, or with a CountersignError when the service refuses the reader. */
export async function* follow<Item>(
  open: OpenStream<Item>,
  { after = 0, signal, onReconnect }: FollowOptions,
  random: () => number,
): AsyncGenerator<Item, void, undefined> {
  let position = after;
  let failures = 0;
  const stopped = () => signal?.aborted === true;
  while (!stopped()) {
    const stream = buffered(open, position, signal);
    let end: End | undefined;
    try {
      while (end === undefined) {
        const next = await stream.next();
        if ('item' in next) {
          position = next.position;
          failures = 0;
          yield next.item;
        } else end = next;
      }
    } finally {
      stream.close();
    }
    if (stopped()) return;
    if (end.error === undefined) continue;
    if (!isPassing(end.error)) throw end.error;
    failures += 1;
    const waitMs = waitAfter(failures, random);
    onReconnect?.(end.error, waitMs);
    await pause(waitMs, signal);
  }
}

type Next<Item> = { readonly item: Item; readonly position: number } | End;

/** One connection. What arrived before its end is handed out before its end is told. */
function buffered<Item>(open: OpenStream<Item>, after: number, signal: AbortSignal | undefined) {
  const waiting: { item: Item; position: number }[] = [];
  let end: End | undefined;
  let refusal: CountersignError | undefined;
  let wake: (() => void) | undefined;

  const finish = (error: CountersignError | undefined) => {
    end ??= { error: refusal ?? error };
    close();
    wake?.();
  };
  const lost = (error: unknown) => finish(countersignError(error));
  const aborted = () => finish(undefined);

  const subscription = open(after, {
    context: { onRefusal: (error) => void (refusal ??= error) },
    onData({ id, data }) {
      if (end !== undefined) return;
      waiting.push({ item: data, position: Number(id) });
      if (waiting.length >= MOST_WAITING) finish(undefined);
      wake?.();
    },
    onError: lost,
    // A drain, or the end of the token: the next connection brings a new one.
    onComplete: () => lost(undefined),
    onConnectionStateChange: ({ error }) => {
      if (error !== null && error !== undefined) lost(error);
    },
  });
  signal?.addEventListener('abort', aborted);

  function close() {
    signal?.removeEventListener('abort', aborted);
    subscription.unsubscribe();
  }

  return {
    close,
    async next(): Promise<Next<Item>> {
      for (;;) {
        if (signal?.aborted === true) return { error: undefined };
        const first = waiting.shift();
        if (first !== undefined) return first;
        if (end !== undefined) return end;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}
