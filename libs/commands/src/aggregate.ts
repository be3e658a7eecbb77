import { fault, isFault, type Change, type PolicyEvent } from '@countersign/policy';
import type { Commit, Kind, NewEvent, Store, Stored } from '@countersign/store';
import type { ChangeCall, Made } from './call';
import { recall, type Memory } from './once';
import { createTurns } from './turns';

/**
 * Fetch, decide, commit: the only way state changes. A decision is pure, so a lost race is simply decided again on the
 * state that won. Within one process the changes of one aggregate take turns, so that races are left to other
 * processes and a popular user costs linear work.
 *
 * With `call.once` this happens once: a repetition gets what the first call made, and nothing is decided. So whatever
 * else could refuse the call belongs into the decision, and one call may change one aggregate only.
 */
export interface Aggregate<S> {
  get(id: string, deadline: number): Promise<Stored<S> | undefined>;
  /** Commits what `decide` made of the current state, unless it made no event. */
  change(id: string, call: ChangeCall, decide: Decide<S>): Promise<Made>;
  /** Commits a first state under an id that nobody has: `newId` is asked for another one until there is one. */
  create(
    newId: () => string | Promise<string>,
    call: ChangeCall,
    decide: (id: string) => Change<S> | Promise<Change<S>>,
  ): Promise<Made>;
}

export type Decide<S> = (state: S | undefined) => Change<S> | Promise<Change<S>>;

export interface AggregatesDeps {
  readonly store: Pick<Store, 'get' | 'commit' | 'history' | 'receipt' | 'putReceipt'>;
  readonly now: () => number;
  /** Told of what was committed, after it was; whatever it does changes nothing. */
  readonly committed?: (kind: Kind, id: string, events: readonly PolicyEvent[]) => void;
}

export type Indexing = Pick<Commit, 'keys' | 'facets'>;

export function createAggregate<S extends { readonly schema: 2; readonly seq: number }>(
  { store, now, committed }: AggregatesDeps,
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

  const remember = ({ once, deadline }: ChangeCall): Promise<Memory> => {
    if (now() >= deadline) throw fault('deadline');
    return recall({ store, now }, once, deadline);
  };

  /** Undefined when a race was lost: then everything is to be looked at again. */
  async function settle(
    id: string,
    stored: Stored<S> | undefined,
    call: ChangeCall,
    memory: Memory,
    decide: Decide<S>,
  ): Promise<Made | undefined> {
    const expectedRevision = stored?.revision ?? 0;
    const { state, events } = await memory.decided(() => {
      refuseOtherRevision(call, expectedRevision);
      return decide(stored?.state);
    });
    if (events.length === 0) {
      return (await memory.nothing(expectedRevision)) ? { revision: expectedRevision, events } : undefined;
    }
    const place = { kind, id, seq: stored?.state.seq ?? 0, revision: expectedRevision + 1 };
    if (!(await memory.aimAt(place))) return undefined;
    const commit = {
      kind,
      id,
      expectedRevision,
      state,
      // The policy core says "an object"; the store refuses whatever is not JSON.
      events: events as readonly NewEvent[],
      cause: memory.marked(call.cause),
      at: now(),
      ...indexing(state),
    };
    try {
      const revision = await store.commit(commit, { deadline: call.deadline });
      committed?.(kind, id, events);
      return { revision, events };
    } catch (error) {
      if (isFault(error, 'conflict')) return undefined;
      throw error;
    }
  }

  async function change(id: string, call: ChangeCall, decide: Decide<S>): Promise<Made> {
    for (;;) {
      const memory = await remember(call);
      const aim = memory.aim();
      if (aim !== null && (aim.kind !== kind || aim.id !== id)) {
        throw new Error(`one call with a key would change a ${aim.kind} and a ${kind}, or two of them`);
      }
      const stored = await get(id, call.deadline);
      const made = (await memory.look()) ?? (await settle(id, stored, call, memory, decide));
      if (made !== undefined) return made;
    }
  }

  return {
    get,
    change: (id, call, decide) => inTurn(id, () => change(id, call, decide)),
    async create(newId, call, decide) {
      for (;;) {
        const memory = await remember(call);
        const before = await memory.look();
        if (before !== undefined) return before;
        // An attempt that may be on its way is joined under its id: under two ids both could succeed.
        const id = memory.aim()?.id ?? (await newId());
        const made = await settle(id, undefined, call, memory, () => decide(id));
        if (made !== undefined) return made;
      }
    },
  };
}

export function refuseOtherRevision({ expectedRevision }: ChangeCall, revision: number): void {
  if (expectedRevision === null || expectedRevision === revision) return;
  if (revision === 0) throw fault('not_found');
  throw fault('conflict', { message: `the revision is ${revision}, and another was expected`, revision });
}
