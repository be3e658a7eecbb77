import { evolve, makeCheckpoint, replayable, type Checkpoint } from '../src/index';

const data = (position: number) => ({
  position,
  digest: 'ab'.repeat(32),
  at: 1_700_000_000_000,
  keyId: 'k',
  signature: 's',
});

it('keeps the newest statement, and is what its events make of nothing', () => {
  const first = makeCheckpoint(undefined, data(3));
  const second = makeCheckpoint(first.state, data(9));
  expect(second.state).toEqual({ schema: 2, seq: 2, made: data(9) });
  const events = [...first.events, ...second.events];
  const replayed = events.reduce<Checkpoint | undefined>(
    (state, event) => evolve('checkpoint', state, event),
    undefined,
  );
  expect(JSON.stringify(replayed)).toBe(JSON.stringify(replayable('checkpoint', second.state)));
});
