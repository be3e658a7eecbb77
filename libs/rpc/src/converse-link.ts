/**
 * Keeps one stream to one address: opens it at once, and again whenever it ends or the engine drains it, at once the
 * first time and then after growing, randomised pauses. A drained stream lives on beside its successor until its last
 * call is answered. Each attempt has a connection of its own, so no state of an earlier one delays it.
 */
import type { Fault } from '@countersign/policy';
import { openChannel } from './channel';
import type { ChannelTarget } from './channel';
import { createSession } from './converse-session';
import type { Session, SessionDeps } from './converse-session';

export interface LinkDeps
  extends
    ChannelTarget,
    Pick<SessionDeps, 'wire' | 'now' | 'newId' | 'maxInFlight' | 'onConnected' | 'onRoom'> {
  /** 0 ≤ random() < 1, for the pauses. */
  readonly random: () => number;
  /** An attempt to connect, or a stream, ended; undefined when the far end closed it in good order. */
  readonly onLost: (address: string, reason: Fault | undefined) => void;
}

export interface Link {
  /** The stream that takes calls now, if there is one. */
  readonly session: () => Session | undefined;
  close(): void;
}

const firstPauseMs = 50;
const longestPauseMs = 2_000;
const connectTimeoutMs = 3_000;

/** Before attempt `attempt`, counted from 0: none, then up to 50, 100, 200 … 2000 ms, at least half of it. */
export const pauseBefore = (attempt: number, random: () => number): number =>
  attempt === 0 ? 0 : Math.min(longestPauseMs, firstPauseMs * 2 ** (attempt - 1)) * (0.5 + random() / 2);

export const createLink = (deps: LinkDeps): Link => {
  const sessions = new Set<Session>();
  let current: Session | undefined;
  let attempts = 0;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  const connect = (): void => {
    attempts += 1;
    const client = openChannel(deps);
    const giveUp = setTimeout(() => session.end(), connectTimeoutMs);
    const replace = (): void => {
      if (current !== session) return;
      current = undefined;
      if (!closed) retry = setTimeout(connect, pauseBefore(attempts, deps.random));
    };
    const session = createSession({
      ...deps,
      client,
      onConnected: () => {
        clearTimeout(giveUp);
        deps.onConnected();
      },
      onAnswers: () => (attempts = 0),
      onDraining: replace,
      onEnd: (reason) => {
        clearTimeout(giveUp);
        sessions.delete(session);
        client.close();
        replace();
        if (!closed) deps.onLost(deps.address, reason);
      },
    });
    sessions.add(session);
    current = session;
  };
  connect();

  return {
    session: () => current,
    close: () => {
      closed = true;
      clearTimeout(retry);
      for (const session of sessions) session.end();
    },
  };
};
