import type { CallContext } from '@countersign/rpc';
import { evidenceWorld } from '../../test/evidence-world';
import { verifyEvents } from './verify-events';

const context: CallContext = {
  method: 'Admin.VerifyEvents',
  peer: 'admin',
  requestId: 'r-1',
  deadline: 2 ** 52,
  signal: new AbortController().signal,
};

const world = async () => {
  const w = evidenceWorld();
  const cause = { actor: 'test', reason: 'test', requestId: 'r-1' };
  const events = Array.from({ length: 3 }, (_, n) => ({ type: 'user.changed', data: { n } }));
  await w.store.commit({ kind: 'user', id: 'u', expectedRevision: 0, state: {}, events, cause, at: 1 });
  const verify = verifyEvents({ store: w.store });
  return {
    ...w,
    verify: (kind = 'user', id = 'u', part = {}) => verify({ kind, id }, { ...context, ...part }),
  };
};

it('tells that a chain holds, and its head', async () => {
  const { verify, store } = await world();
  const head = await store.head('user', 'u');
  expect(await verify()).toEqual({ verified: true, seq: 3, head: head?.hash, broken: '' });
});

it('tells the first broken place, and what is wrong there', async () => {
  const { verify, disk } = await world();
  const [, second] = disk.log;
  if (second === undefined) throw new Error('there is no second event');
  disk.log[1] = { ...second, data: '{"n":9}' };
  const broken = 'the event is not what was hashed when it was stored';
  expect(await verify()).toMatchObject({ verified: false, seq: 2, broken });
  disk.log.length = 1;
  expect(await verify()).toMatchObject({ verified: false, seq: 2, broken: 'the chain ends before its head' });
});

it('knows no other aggregates, and no other kinds', async () => {
  const { verify } = await world();
  await expect(verify('user', 'nobody')).rejects.toMatchObject({ code: 'not_found' });
  await expect(verify('nothing')).rejects.toMatchObject({ code: 'invalid' });
});

it('does not go on for somebody who has gone', async () => {
  const { verify } = await world();
  await expect(verify('user', 'u', { signal: AbortSignal.abort() })).rejects.toThrow();
});
