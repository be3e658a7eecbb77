import { genesis, seal, verifyChain } from './chain';
import type { StoredEvent } from './store';

const of = {
  kind: 'user',
  id: 'u1',
  at: 1_700_000_000_000,
  cause: { actor: 'a', reason: 'r', requestId: 'q' },
} as const;

const chain = (count: number): readonly StoredEvent[] =>
  seal(
    { seq: 0, hash: genesis },
    of,
    Array.from({ length: count }, (_, n) => ({ type: 'user.changed', data: JSON.stringify({ n }) })),
  ).map((event, i) => ({ ...event, position: i + 1, data: JSON.parse(event.data) as { n: number } }));

const headOf = (events: readonly StoredEvent[]): { seq: number; hash: string } => {
  const last = events.at(-1);
  if (last === undefined) throw new Error('empty');
  return { seq: last.seq, hash: last.hash };
};

describe('the chain of an aggregate', () => {
  const events = chain(6);

  it('verifies, whole and from any page on, and when empty', () => {
    expect(verifyChain(events, { head: headOf(events) })).toBeUndefined();
    expect(verifyChain([])).toBeUndefined();
    for (const at of [1, 3, 5]) {
      const from = headOf(events.slice(0, at));
      expect(verifyChain(events.slice(at), { from, head: headOf(events) })).toBeUndefined();
    }
  });

  it('is hashed as written down: SHA-256 over prev and the JSON array of the stored fields', () => {
    // printf '%s' "$(printf '0%.0s' {1..64})"'["user","u1",1,"user.changed",1700000000000,"a","r","q","{\"n\":0}"]' | sha256sum
    expect(events[0]?.hash).toBe('9f869e2b04e624e0c565b7a913f56c3d1a21ab88b47fa7c89abc7a88dc903070');
  });

  it('goes on behind a head', () => {
    const [more] = seal(headOf(events), of, [{ type: 'user.closed', data: 'null' }]);
    expect(more).toMatchObject({ seq: 7, prev: events[5]?.hash });
  });

  const edits: readonly (readonly [field: string, edit: (event: StoredEvent) => StoredEvent])[] = [
    ['data', (event) => ({ ...event, data: { n: 99 } })],
    ['type', (event) => ({ ...event, type: 'user.other' })],
    ['at', (event) => ({ ...event, at: event.at + 1 })],
    ['actor', (event) => ({ ...event, actor: 'b' })],
    ['reason', (event) => ({ ...event, reason: '' })],
    ['requestId', (event) => ({ ...event, requestId: 'other' })],
    ['hash', (event) => ({ ...event, hash: '1'.repeat(64) })],
  ];

  it.each(edits)('finds an edited %s, in any event', (_field, edit) => {
    for (const [i, event] of events.entries()) {
      expect(verifyChain(events.with(i, edit(event)))).toEqual({ seq: i + 1, reason: 'edited' });
    }
  });

  it('finds an event that was sealed anew with other content: the next one does not follow it', () => {
    const [forged] = seal(headOf(events.slice(0, 2)), of, [{ type: 'user.changed', data: '"forged"' }]);
    if (forged === undefined) throw new Error('not sealed');
    const replaced = events.with(2, { ...forged, position: 3, data: 'forged' });
    expect(verifyChain(replaced)).toEqual({ seq: 4, reason: 'unlinked' });
    expect(verifyChain(replaced.slice(0, 3), { head: headOf(events.slice(0, 3)) })).toEqual({
      seq: 3,
      reason: 'unlinked',
    });
  });

  it('finds a dropped, a repeated and a moved event', () => {
    expect(verifyChain(events.toSpliced(2, 1))).toEqual({ seq: 3, reason: 'missing' });
    expect(verifyChain(events.slice(1))).toEqual({ seq: 1, reason: 'missing' });
    expect(verifyChain([...events.slice(0, 3), ...events.slice(2)])).toEqual({ seq: 4, reason: 'reordered' });
    const moved = [events[0], events[2], events[1]].filter((event) => event !== undefined);
    expect(verifyChain(moved)).toEqual({ seq: 2, reason: 'missing' });
  });

  it('finds a chain cut off at its end, and one that goes beyond the head, only when the head is known', () => {
    expect(verifyChain(events.slice(0, 4))).toBeUndefined();
    expect(verifyChain(events.slice(0, 4), { head: headOf(events) })).toEqual({
      seq: 5,
      reason: 'truncated',
    });
    expect(verifyChain([], { head: headOf(events) })).toEqual({ seq: 1, reason: 'truncated' });
    expect(verifyChain(events, { head: headOf(events.slice(0, 4)) })).toEqual({
      seq: 5,
      reason: 'beyond head',
    });
  });

  it('finds an event of another aggregate', () => {
    for (const part of [{ id: 'u2' }, { kind: 'machine' }] as const) {
      const foreign = events.map((event, i) => (i === 3 ? { ...event, ...part } : event));
      expect(verifyChain(foreign)).toEqual({ seq: 4, reason: 'foreign' });
    }
  });

  it('finds a whole chain passed off as another aggregate: the id is part of every hash', () => {
    const renamed = events.map((event) => ({ ...event, id: 'u2' }));
    expect(verifyChain(renamed)).toEqual({ seq: 1, reason: 'edited' });
  });
});
