/** Whatever is committed, in whatever order: a memory store refuses what SQLite refuses and shows what SQLite shows. */
import { codeOf, commitOf, countUp } from '../contract/harness';
import { temporaryDatabase } from '../sqlite/temporary-database';
import type { Commit, Json, Kind, Store } from '../store';
import { createMemoryDisk } from './disk';
import { openMemoryStore } from './memory-store';

const kinds: readonly Kind[] = ['tier', 'user'];
// Few of each, so that they meet; some sort differently by UTF-16 unit, by character and by locale.
const ids = ['a', 'B', '\uff5e', '\u{1f600}'];
const values = ['1', '2'];
const states: readonly Json[] = [null, 'text', { n: [1, 'é'] }, []];

/** Numbers below `count`, always the same ones for a seed (Knuth's linear congruential generator). */
const createPick = (seed: number): ((count: number) => number) => {
  let state = BigInt(seed);
  return (count) => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    return Number((state >> 33n) % BigInt(count));
  };
};

/** Most commits expect the revision that is there; the others lose a race. */
const nextCommit = async (store: Store, pick: (count: number) => number): Promise<Commit> => {
  const from = <T>(list: readonly T[], otherwise: T): T => list[pick(list.length)] ?? otherwise;
  const pairs = (): Record<string, string> =>
    Object.fromEntries(
      ['name', 'badge'].filter(() => pick(2) === 0).map((name) => [name, from(values, '1')]),
    );
  const kind = from(kinds, 'user');
  const id = from(ids, 'a');
  const revision = (await store.get(kind, id))?.revision ?? 0;
  return commitOf({
    kind,
    id,
    expectedRevision: pick(5) === 0 ? pick(4) : revision,
    state: from(states, null),
    keys: pairs(),
    facets: pairs(),
    events: countUp(1, pick(4)).map((n) => ({ type: `number.${n}`, data: from(states, null) })),
  });
};

const look = async (store: Store): Promise<string> => {
  const seen: unknown[] = [
    await store.events({ after: 0, limit: 1000 }),
    await store.events({ after: 2, limit: 2 }),
  ];
  for (const kind of kinds) {
    seen.push(await store.list(kind, { limit: 10 }), await store.list(kind, { after: 'a', limit: 2 }));
    for (const value of values) {
      for (const name of ['name', 'badge']) seen.push((await store.find(kind, name, value))?.id ?? null);
      seen.push(await store.list(kind, { where: { name: value }, limit: 3 }));
      seen.push(await store.list(kind, { where: { badge: value, name: '1' }, after: 'B', limit: 3 }));
    }
    for (const id of ids) {
      seen.push((await store.get(kind, id)) ?? null, (await store.head(kind, id)) ?? null);
      seen.push(await store.history(kind, id), await store.history(kind, id, { afterSeq: 1, limit: 2 }));
    }
  }
  return JSON.stringify(seen);
};

it('a memory store and a SQLite store cannot be told apart by what they answer', async () => {
  const answers = new Map<string, number>();
  for (const seed of countUp(1, 40)) {
    const pick = createPick(seed);
    const memory = openMemoryStore(createMemoryDisk(), { now: Date.now });
    const database = await temporaryDatabase();
    try {
      const sqlite = await database.open();
      for (let n = pick(40); n >= 0; n--) {
        const commit = await nextCommit(memory, pick);
        const answer = await codeOf(memory.commit(commit));
        expect([seed, answer]).toEqual([seed, await codeOf(sqlite.commit(commit))]);
        answers.set(answer, (answers.get(answer) ?? 0) + 1);
      }
      expect([seed, await look(memory)]).toEqual([seed, await look(sqlite)]);
    } finally {
      await database.dispose();
    }
  }
  expect([...answers.keys()].sort()).toEqual(['already_exists', 'conflict', 'none']);
}, 60_000);
