/**
 * One commit, in one go: every refusal comes before the first change, and nothing else of the process runs between the
 * first change and the last.
 */
import { fault } from '@countersign/policy';
import { genesis, seal } from '../chain';
import type { EncodedCommit } from '../commit-check';
import { pairText } from './disk';
import type { MemoryDisk, MemoryTable } from './disk';
import { createOrderedIds } from './ordered-ids';

type Pairs = readonly string[];

const replaceKeys = ({ keys }: MemoryTable, id: string, before: Pairs, now: Pairs): void => {
  for (const key of before) keys.delete(key);
  for (const key of now) keys.set(key, id);
};

const replaceFacets = ({ facets }: MemoryTable, id: string, before: Pairs, now: Pairs): void => {
  for (const facet of before) {
    if (now.includes(facet)) continue;
    const ids = facets.get(facet);
    ids?.delete(id);
    if (ids?.size === 0) facets.delete(facet);
  }
  for (const facet of now) {
    if (before.includes(facet)) continue;
    const ids = facets.get(facet) ?? createOrderedIds();
    ids.add(id);
    facets.set(facet, ids);
  }
};

/** Returns the new revision. Throws Fault conflict | already_exists, having changed nothing. */
export const writeCommit = (disk: MemoryDisk, commit: EncodedCommit): number => {
  const { kind, id, state } = commit;
  const table = disk.tables[kind];
  const current = table.records.get(id);
  if ((current?.revision ?? 0) !== commit.expectedRevision) throw fault('conflict');
  const keys = commit.keys.map(pairText);
  if (keys.some((key) => (table.keys.get(key) ?? id) !== id)) throw fault('already_exists');

  const before = { seq: current?.seq ?? 0, hash: current?.head ?? genesis };
  const events = seal(before, commit, commit.events);
  const { seq, hash: head } = events.at(-1) ?? before;
  const facets = commit.facets.map(pairText);
  const revision = commit.expectedRevision + 1;
  const positions = current?.positions ?? [];
  replaceKeys(table, id, current?.keys ?? [], keys);
  replaceFacets(table, id, current?.facets ?? [], facets);
  for (const event of events) positions.push(disk.log.push(event));
  if (current === undefined) table.ids.add(id);
  table.records.set(id, { revision, state, keys, facets, seq, head, positions });
  return revision;
};
