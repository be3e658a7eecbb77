import * as policy from '../src';
import type { Change, PolicyVersion, Publication } from '../src';

const drafted = { version: 2, document: '{}', draftedBy: 'ann', reason: 'why', draftedAt: 1 };
const draft = policy.draftVersion(undefined, drafted).state;
const start = (before: Publication | undefined, version: number, at: number) =>
  policy.startPublication(before, { version, by: 'ann', at });
const end = (before: Publication | undefined, number: number, at: number) =>
  policy.endPublication(before, { number, at });

/** What was made is what its events make. */
function replayed<S>(before: S | undefined, { state, events }: Change<S>): S {
  const made = events.reduce<unknown>(
    (was, event) => policy.evolve('policy', was as PolicyVersion | undefined, event),
    before,
  );
  expect(made).toEqual(state);
  return state;
}

it('a version is drafted once, and keeps the last time it was put in force', () => {
  expect(replayed(undefined, policy.draftVersion(undefined, drafted))).toMatchObject({
    seq: 1,
    published: null,
  });
  expect(() => policy.draftVersion(draft, drafted)).toThrow(
    expect.objectContaining({ code: 'already_exists' }),
  );
  const published = { publication: 3, by: 'bob', at: 5 };
  const once = replayed(draft, policy.versionPublished(draft, published));
  expect(once).toMatchObject({ seq: 2, published });
  // Told again, or of an earlier publication: nothing.
  for (const publication of [3, 1])
    expect(policy.versionPublished(once, { publication, by: 'eve', at: 9 })).toEqual({
      state: once,
      events: [],
    });
  expect(policy.versionPublished(once, { publication: 4, by: 'eve', at: 9 }).events).toHaveLength(1);
  expect(() => policy.existingVersion(undefined)).toThrow(expect.objectContaining({ code: 'not_found' }));
});

it('publications are counted; one that was interrupted goes on under its number, or is taken over', () => {
  const first = replayed(undefined, start(undefined, 2, 1));
  expect(first).toMatchObject({ number: 1, version: 2, startedAt: 1, endedAt: null, inForce: null });
  const resumed = replayed(first, start(first, 2, 4));
  expect(resumed).toMatchObject({ seq: 2, number: 1, startedAt: 1 });
  const other = replayed(resumed, start(resumed, 3, 5));
  expect(other).toMatchObject({ number: 2, version: 3, endedAt: null });
  // The first one cannot end any more; the second one ends once.
  expect(end(other, 1, 6).events).toEqual([]);
  const ended = replayed(other, end(other, 2, 6));
  expect(ended).toMatchObject({ endedAt: 6, inForce: 3 });
  expect(end(ended, 2, 7).events).toEqual([]);
  expect(start(ended, 3, 8).state).toMatchObject({ number: 3, version: 3, endedAt: null, inForce: 3 });
});

it('a version is a draft, under way, in force, or was', () => {
  const before = { ...draft, published: { publication: 1, by: 'ann', at: 1 } };
  const status = (version: PolicyVersion, publication: Publication | undefined) =>
    policy.policyVersionStatus(version, publication);
  const [underWay, another] = [start(undefined, 2, 1).state, start(undefined, 3, 1).state];
  expect(status(draft, undefined)).toBe('draft');
  expect(status(draft, another)).toBe('draft');
  expect(status(draft, underWay)).toBe('publishing');
  expect(status(before, end(underWay, 1, 2).state)).toBe('published');
  expect(status(before, end(another, 1, 2).state)).toBe('superseded');
  // Of two that were in force, the last is published while a third is under way.
  expect(status(before, start(end(underWay, 1, 2).state, 3, 3).state)).toBe('published');
});

it('ids are in order of version', () => {
  const ids = [1, 2, 10, 99, 100, 4_294_967_295].map(policy.policyVersionId);
  expect([...ids].sort()).toEqual(ids);
  expect(ids.map(policy.policyVersionOf)).toEqual([1, 2, 10, 99, 100, 4_294_967_295]);
  expect(policy.PUBLICATION_ID < policy.policyVersionId(0)).toBe(true);
});
