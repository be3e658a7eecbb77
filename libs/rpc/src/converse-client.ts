/**
 * Calls over streams: the queue in front of one link per engine address. Each turn of the event loop hands what waits to
 * the connected stream with the fewest calls in flight.
 *
 * A call ends exactly once: with its reply, with the engine's fault, or with a fault of this side. It fails as `deadline`
 * when its time ran out after it was sent (the effect is unknown), as `unavailable` when it was never sent (there is
 * none) or when its stream broke, as `exhausted` at once when too many wait. Nothing is ever sent twice.
 */
import { fault, isFault } from '@countersign/policy';
import type { Fault } from '@countersign/policy';
import { createAlarms } from './alarms';
import type { RpcLog } from './chain';
import { createLink } from './converse-link';
import type { LinkDeps } from './converse-link';
import type { PendingCall, Session } from './converse-session';
import { asFault } from './fault-wire';
import type { CallOptions, StreamedCall } from './methods';

export interface ConverseClientDeps extends Omit<LinkDeps, 'address' | 'onConnected' | 'onRoom' | 'onLost'> {
  readonly addresses: readonly string[];
  readonly log: Pick<RpcLog, 'warn'>;
  readonly maxWaiting: number;
}

export interface ConverseClient {
  call(kind: StreamedCall, request: object, options: CallOptions): Promise<object>;
  ready(): boolean;
  /** Throws Fault `unavailable` when no stream is open by then. */
  waitForReady(deadline: number): Promise<void>;
  close(): void;
}

/** What a call still needs once it has been handed to a stream. */
type Waiting = PendingCall & { sent: (cancel: () => void) => void };

export const createConverseClient = (deps: ConverseClientDeps): ConverseClient => {
  const { now, maxWaiting } = deps;
  const alarms = createAlarms();
  const waiting = new Set<Waiting>();
  const expectant = new Set<(refusal?: Fault) => void>();
  let scheduled = false;
  let closed = false;

  const leastBusy = (): Session | undefined => {
    let least: Session | undefined;
    for (const link of links) {
      const session = link.session();
      if (session?.hasRoom() && (least === undefined || session.inFlight() < least.inFlight()))
        least = session;
    }
    return least;
  };
  const hand = (pending: Waiting, session: Session): void => {
    try {
      pending.sent(session.send(pending));
    } catch (error) {
      pending.fail(asFault(error));
    }
  };
  const pump = (): void => {
    scheduled = false;
    for (const pending of waiting) {
      const session = leastBusy();
      if (session === undefined) break;
      waiting.delete(pending);
      hand(pending, session);
    }
    for (const link of links) link.session()?.flush();
  };
  const schedulePump = (): void => {
    if (scheduled || waiting.size === 0) return;
    scheduled = true;
    setImmediate(pump);
  };
  const onLost = (address: string, reason: Fault | undefined): void => {
    deps.log.warn({ address, code: reason?.code, err: reason?.cause }, 'stream to the engine lost');
    // A refusal of the stream is a refusal of what would have been sent on it, unless another engine may take it.
    const refused = isFault(reason, 'forbidden', 'unimplemented');
    if (!refused || links.some((link) => link.session()?.hasRoom())) return;
    for (const pending of waiting) pending.fail(fault(reason.code, { cause: reason }));
  };

  const links = deps.addresses.map((address) =>
    createLink({
      ...deps,
      address,
      onLost,
      onRoom: schedulePump,
      onConnected: () => {
        for (const settle of expectant) settle();
        schedulePump();
      },
    }),
  );

  const ready = (): boolean => links.some((link) => link.session()?.connected());

  const call: ConverseClient['call'] = (kind, request, { requestId, deadline, signal }) =>
    new Promise((resolve, reject) => {
      if (closed) return reject(fault('unavailable'));
      if (signal?.aborted) return reject(fault('cancelled'));
      const left = deadline - now();
      if (left <= 0) return reject(fault('deadline'));
      if (waiting.size >= maxWaiting) return reject(fault('exhausted'));

      let cancel: (() => void) | undefined;
      const settle = (): void => {
        waiting.delete(pending);
        stopAlarm();
        signal?.removeEventListener('abort', onAbort);
      };
      const pending: Waiting = {
        kind,
        request,
        requestId,
        deadline,
        sent: (how) => (cancel = how),
        succeed: (reply) => {
          settle();
          resolve(reply);
        },
        fail: (refusal) => {
          settle();
          reject(refusal);
        },
      };
      const giveUp = (refusal: Fault): void => {
        cancel?.();
        pending.fail(refusal);
      };
      const onAbort = (): void => giveUp(fault('cancelled'));
      const stopAlarm = alarms.after(left, () =>
        giveUp(fault(cancel === undefined ? 'unavailable' : 'deadline')),
      );
      signal?.addEventListener('abort', onAbort, { once: true });
      waiting.add(pending);
      schedulePump();
    });

  return {
    call,
    ready,
    waitForReady: (deadline) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(fault('unavailable'));
        if (ready()) return resolve();
        const settle = (refusal?: Fault): void => {
          expectant.delete(settle);
          stopAlarm();
          if (refusal === undefined) resolve();
          else reject(refusal);
        };
        const stopAlarm = alarms.after(deadline - now(), () => settle(fault('unavailable')));
        expectant.add(settle);
      }),
    close: () => {
      closed = true;
      for (const link of links) link.close();
      for (const pending of waiting) pending.fail(fault('unavailable'));
      for (const settle of expectant) settle(fault('unavailable'));
    },
  };
};
