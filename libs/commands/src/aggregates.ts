import {
  fault,
  isFault,
  type Change,
  type Checkpoint,
  type Machine,
  type Notification,
  type Platform,
  type PolicyEvent,
  type Tier,
  type User,
} from '@countersign/policy';
import type { Kind, NewEvent, Store, Stored } from '@countersign/store';
import type { ChangeCall } from './call';

/**
 * Fetch, decide, commit: the only way state changes. A decision is pure, so a lost race is simply decided again on the
 * state that won. Within one process the changes of one aggregate take turns, so that races are left to other
 * processes and a popular user costs linear work.
 */
export interface Aggregate<S> {
  get(id: string, deadline: number): Promise<Stored<S> | undefined>;
  /**
   * Commits what `decide` made of the current state, unless it made no event. With `call.once` only the first time: a
   * repetition gets what the first one made, and `decide` is not asked, so whatever else could refuse belongs into it.
   */
  change(id: string, call: ChangeCall, decide: Decide<S>): Promise<Made>;
}

export type Decide<S> = (state: S | undefined) => Change<S> | Promise<Change<S>>;

/** What one call made. A reply is made from this alone, since the state may have moved on before a repetition. */
export interface Made {
  readonly revision: number;
  readonly events: readonly PolicyEvent[];
}

export interface Aggregates {
  readonly platform: Aggregate<Platform>;
  readonly tiers: Aggregate<Tier>;
  readonly users: Aggregate<User>;
  readonly machines: Aggregate<Machine>;
  readonly notifications: Aggregate<Notification>;
  readonly checkpoints: Aggregate<Checkpoint>;
}

export interface AggregatesDeps {
  readonly store: Pick<Store, 'get' | 'commit'>;
  readonly now: () => number;
  /** Told of what was committed, after it was; whatever it does changes nothing. */
  readonly committed?: (kind: Kind, id: string, events: readonly PolicyEvent[]) => void;
}

/** What nobody can be called is kept in the state, and found by nobody's name. */
const FACET = /^[^\p{Cc}\p{Cs}]{1,256}$/u;

const frozenFacet = (frozen: boolean): Readonly<Record<string, string>> => (frozen ? { frozen: 'yes' } : {});

interface Indexing {
  readonly keys?: Readonly<Record<string, string>>;
  readonly facets?: Readonly<Record<string, string>>;
}

export function createAggregates({ store, now, committed }: AggregatesDeps): Aggregates {
  function aggregate<S extends { readonly schema: 2 }>(
    kind: Kind,
    indexing: (state: S) => Indexing,
  ): Aggregate<S> {
    const inTurn = createTurns();
    const get = async (id: string, deadline: number) => {
      const stored = await store.get<S>(kind, id, { deadline });
      if (stored !== undefined && stored.state.schema !== 2) {
        throw new Error(`a ${kind} was stored by another version of this program: nothing is decided on it`);
      }
      return stored;
    };

    async function attempt(id: string, call: ChangeCall, decide: Decide<S>): Promise<Made> {
      for (;;) {
        if (now() >= call.deadline) throw fault('deadline');
        const stored = await get(id, call.deadline);
        const change = await decide(stored?.state);
        const expectedRevision = stored?.revision ?? 0;
        if (change.events.length === 0) return { revision: expectedRevision, events: [] };
        try {
          const { state } = change;
          // The policy core says "an object"; the store refuses whatever is not JSON.
          const events = change.events as readonly NewEvent[];
          const { cause, deadline } = call;
          const commit = { kind, id, expectedRevision, state, events, cause, at: now(), ...indexing(state) };
          const revision = await store.commit(commit, { deadline });
          committed?.(kind, id, change.events);
          return { revision, events: change.events };
        } catch (error) {
          if (!isFault(error, 'conflict')) throw error;
        }
      }
    }
    return { get, change: (id, call, decide) => inTurn(id, () => attempt(id, call, decide)) };
  }

  return {
    platform: aggregate('platform', () => ({})),
    tiers: aggregate('tier', ({ frozen }) => ({ facets: frozenFacet(frozen) })),
    users: aggregate('user', ({ credentials, status, role, tier, permits, frozen }) => ({
      keys: credentials === null ? {} : { username: credentials.username },
      facets: {
        status,
        role,
        holds: permits.some(({ hold }) => hold !== null) ? 'yes' : 'no',
        ...(tier !== null && { tier }),
        ...frozenFacet(frozen),
      },
    })),
    machines: aggregate('machine', ({ uid, status, frozen }) => ({
      facets: { uid, status, ...frozenFacet(frozen) },
    })),
    notifications: aggregate('notification', ({ uid, classified }) => ({
      facets: { outcome: classified.outcome, ...(uid !== null && FACET.test(uid) && { uid }) },
    })),
    checkpoints: aggregate('checkpoint', () => ({})),
  };
}

/** Runs work of one id one after the other, and work of different ids side by side. */
function createTurns(): <T>(id: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (id, work) => {
    const before = last.get(id) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(id, mine);
    const done = () => {
      if (last.get(id) === mine) last.delete(id);
    };
    mine.then(done, done);
    return mine;
  };
}
