/** What the suite's parts share: a store per test, commits with everything filled in, and waiting for a condition. */
import { isFault } from '@countersign/policy';
import type { FaultCode } from '@countersign/policy';
import type { Commit, Store, Stored, StoredEvent } from '../store';

export interface TestDatabase {
  /** Opens one more store on this database, as another process would. `dispose` closes it. */
  open(): Promise<Store>;
  /** Closes all stores and removes the database. */
  dispose(): Promise<void>;
}

/** A fresh, empty database for each call. */
export type OpenStore = () => Promise<TestDatabase>;

export const cause = { actor: 'operator:ada', reason: 'test', requestId: 'r-1' };

/** A commit of a user with one event, unless said otherwise. */
export const commitOf = (part: Partial<Commit> & Pick<Commit, 'id'>): Commit => ({
  kind: 'user',
  expectedRevision: 0,
  state: { n: 0 },
  events: [{ type: 'user.changed', data: { id: part.id } }],
  cause,
  at: 1_700_000_000_000,
  ...part,
});

/** Registers a `beforeEach` with a fresh database; `store()` is the first store on it, `another()` one more. */
export const withStore = (open: OpenStore): { store: () => Store; another: () => Promise<Store> } => {
  let database: TestDatabase | undefined;
  let store: Store | undefined;
  beforeEach(async () => {
    database = await open();
    store = await database.open();
  });
  afterEach(async () => {
    await database?.dispose();
    database = undefined;
  });
  return {
    store: () => {
      if (store === undefined) throw new Error('no store is open');
      return store;
    },
    another: () => {
      if (database === undefined) throw new Error('no database is open');
      return database.open();
    },
  };
};

/** The fault code a call is refused with; 'none' when it is not refused. A throw that is no Fault fails the test. */
export const codeOf = async (call: Promise<unknown>): Promise<FaultCode | 'none'> => {
  try {
    await call;
    return 'none';
  } catch (error) {
    if (isFault(error)) return error.code;
    throw error;
  }
};

/** Looks again until `ready`, and returns what it saw. Jest's own limit ends a wait in vain. */
export const eventually = async <T>(look: () => Promise<T>, ready: (seen: T) => boolean): Promise<T> => {
  for (;;) {
    const seen = await look();
    if (ready(seen)) return seen;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

/** All events there are, once there are `count`: page by page, as a reader with a cursor would. */
export const allEvents = async (store: Store, count: number): Promise<readonly StoredEvent[]> => {
  const seen: StoredEvent[] = [];
  await eventually(
    async () => {
      const page = await store.events({ after: seen.at(-1)?.position ?? 0, limit: 500 });
      seen.push(...page);
    },
    () => seen.length >= count,
  );
  const more = await store.events({ after: seen.at(-1)?.position ?? 0, limit: 500 });
  return [...seen, ...more];
};

export const countUp = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** Fetch, change, commit; again on a lost race. What the engine does with every command. */
export const changeWithRetry = async <S>(
  store: Store,
  id: string,
  change: (state: S, stored: Stored<S>) => Partial<Commit> & Pick<Commit, 'state'>,
): Promise<number> => {
  for (;;) {
    const stored = await store.get<S>('user', id);
    if (stored === undefined) throw new Error(`no user ${id}`);
    const part = change(stored.state, stored);
    try {
      return await store.commit(commitOf({ id, expectedRevision: stored.revision, ...part }));
    } catch (error) {
      if (!isFault(error, 'conflict')) throw error;
    }
  }
};
