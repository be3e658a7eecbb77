import { setTimeout as wait } from 'node:timers/promises';
import type { ProposedChanges } from '@countersign/commands';
import { isReady, type ProposedChange } from '@countersign/policy';
import type { Log } from '@countersign/runtime';
import type { Store, Stored } from '@countersign/store';

/**
 * Looks for changes whose time has come: applies what is due, goes on with what was interrupted, and ends what has
 * expired. Any number of engines may look at once: a change is applied once whoever does it. What cannot be done now
 * hides nothing that comes after it, and is tried again at the next look.
 */
export interface ChangeSweep {
  /** Changes that had not ended at the last complete look. */
  pending(): number;
  stop(): Promise<void>;
}

export interface ChangeSweepDeps {
  readonly store: Pick<Store, 'list'>;
  readonly proposedChanges: Pick<ProposedChanges, 'carryOn'>;
  readonly now: () => number;
  readonly everyMs: number;
  readonly log: Pick<Log, 'warn'>;
}

const PAGE = 100;
const CALL_MS = 30_000;

export function startChangeSweep({
  store,
  proposedChanges,
  now,
  everyMs,
  log,
}: ChangeSweepDeps): ChangeSweep {
  let pending = 0;
  const stopping = new AbortController();

  async function look(): Promise<void> {
    let open = 0;
    let after: string | undefined;
    do {
      const page: readonly Stored<ProposedChange>[] = await store.list<ProposedChange>('change', {
        where: { status: 'open' },
        ...(after !== undefined && { after }),
        limit: PAGE,
      });
      for (const { id, state } of page) {
        if (stopping.signal.aborted) return;
        const hasEnded = isReady(state, now()) || now() >= state.expiresAt ? await carryOn(id) : false;
        if (!hasEnded) open += 1;
      }
      after = page.length < PAGE ? undefined : page.at(-1)?.id;
    } while (after !== undefined && !stopping.signal.aborted);
    pending = open;
  }

  async function carryOn(changeId: string): Promise<boolean> {
    const again = (error: unknown): false => {
      log.warn({ changeId, error: String(error) }, 'a change could not be applied; will try again');
      return false;
    };
    try {
      const { stored, problem } = await proposedChanges.carryOn(changeId, now() + CALL_MS);
      return problem === null ? stored.state.ending !== null : again(problem);
    } catch (error) {
      return again(error);
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await look().catch((error: unknown) =>
        log.warn({ error: String(error) }, 'could not look for changes that are due; will try again'),
      );
      await wait(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }
  const running = run();

  return {
    pending: () => pending,
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
