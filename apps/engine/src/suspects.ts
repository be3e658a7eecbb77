import { setTimeout as wait } from 'node:timers/promises';
import type { Commands } from '@countersign/commands';
import { DEFAULT_SETTINGS, PLATFORM_ID, statusOf, type Platform, type User } from '@countersign/policy';
import type { Log } from '@countersign/runtime';
import type { Store, Stored } from '@countersign/store';

/**
 * Looks for holds that have had no news for too long, so that somebody hears of them: each is marked once, by an event
 * and a warning, and all are counted for the metrics. What a hold counts for does not depend on it: a hold is suspect
 * by its age, and counts like any other until it is settled, released or reconciled.
 */
export interface SuspectSweep {
  /** At the last complete look. */
  seen(): Seen;
  stop(): Promise<void>;
}

export interface Seen {
  readonly open: number;
  readonly suspect: number;
  /** Of the oldest suspect hold; 0 when there is none. */
  readonly oldestSuspectMs: number;
}

export interface SuspectSweepDeps {
  readonly store: Pick<Store, 'get' | 'list'>;
  readonly commands: Pick<Commands, 'markSuspects'>;
  readonly now: () => number;
  readonly everyMs: number;
  readonly log: Pick<Log, 'warn'>;
}

const PAGE = 100;
const CALL_MS = 5_000;

export function startSuspectSweep({ store, commands, now, everyMs, log }: SuspectSweepDeps): SuspectSweep {
  let seen: Seen = { open: 0, suspect: 0, oldestSuspectMs: 0 };
  const stopping = new AbortController();

  async function look(): Promise<void> {
    const platform = await store.get<Platform>('platform', PLATFORM_ID);
    const { suspectAfterMs } = platform?.state.settings ?? DEFAULT_SETTINGS;
    let [open, suspect, oldest] = [0, 0, 0];
    let after: string | undefined;
    do {
      const page: readonly Stored<User>[] = await store.list<User>('user', {
        where: { holds: 'yes' },
        ...(after !== undefined && { after }),
        limit: PAGE,
      });
      for (const { id, state } of page) {
        const at = now();
        const holds = state.permits.filter(({ hold }) => hold !== null);
        const suspects = holds.filter((permit) => statusOf(permit, suspectAfterMs, at) === 'suspect');
        open += holds.length;
        suspect += suspects.length;
        for (const { hold } of suspects) oldest = Math.max(oldest, at - (hold?.at ?? at));
        const unmarked = suspects.filter(({ hold }) => hold?.suspectedAt === null);
        // One user whose mark cannot be stored must not hide all that come after.
        if (unmarked.length > 0) {
          await mark(id, unmarked.length).catch((error: unknown) =>
            log.warn({ uid: id, error: String(error) }, 'a suspect hold could not be marked; will try again'),
          );
        }
      }
      after = page.length < PAGE ? undefined : page.at(-1)?.id;
    } while (after !== undefined && !stopping.signal.aborted);
    if (!stopping.signal.aborted) seen = { open, suspect, oldestSuspectMs: oldest };
  }

  async function mark(uid: string, holds: number): Promise<void> {
    const cause = { actor: 'engine', reason: 'no news of a hold in time', requestId: 'suspect-sweep' };
    const deadline = now() + CALL_MS;
    await commands.markSuspects({ cause, deadline, approval: null, once: null, expectedRevision: null }, uid);
    log.warn({ uid, holds }, 'holds are suspect: they count until they are settled, released or reconciled');
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await look().catch((error: unknown) =>
        log.warn({ error: String(error) }, 'could not look for suspect holds; will try again'),
      );
      await wait(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }
  const running = run();

  return {
    seen: () => seen,
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
