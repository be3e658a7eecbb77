import { DEFAULT_SETTINGS } from '@countersign/policy';
import { backtestPolicy } from '../src/rpc/backtest-policy';
import { NOW, codeOf, context, handlersWorld } from './handlers-world';

const documentOf = (max: string, settings: object = {}) =>
  JSON.stringify({
    chains: [{ chainId: 'gold', family: 'exact', limits: [{ kind: 'transaction', max }] }],
    settings: { ...DEFAULT_SETTINGS, coolingOffMs: 0, ...settings },
    tiers: [],
  });

/** Ada, Bob and Eve, each of whom was granted 1 and 4 and refused 6, by a limit of 5. */
async function withHistory() {
  const world = handlersWorld();
  const { commands, call, clock } = world;
  await commands.draftPolicy(call, documentOf('5'));
  await commands.publishPolicy(call, 1);
  for (const uid of ['ada', 'bob', 'eve']) {
    await commands.createUser(call, { uid, role: 'signer' }, null);
    await commands.addDestination(call, uid, { chainId: 'gold', address: 'there', label: '' });
    await commands.pushBalance(call, uid, { chainId: 'gold', amount: '100', asOf: NOW });
    for (const amount of ['1', '4', '6']) {
      clock.now += 1000;
      const intent = { kind: 'transfer', chainId: 'gold', amount, address: 'there', tag: null };
      const { referenceId } = await commands.registerPermit(call, uid, intent);
      await commands.read(call, { uid, referenceId });
    }
  }
  const backtest = backtestPolicy(world);
  return { ...world, backtest };
}

const asked = { document: '', version: 0, after: '', limit: 0 };

it('tells who would have been answered otherwise, by which limit', async () => {
  const { backtest } = await withHistory();
  const lower = await backtest({ ...asked, document: documentOf('3') }, context);
  expect(lower).toMatchObject({ users: 3, decisions: 9, untold: 0, unusable: [], nextAfter: '' });
  expect(lower.differences.map(({ uid, amount, was, would }) => [uid, amount, was, would])).toEqual([
    ['ada', '4', 'granted', 'refused'],
    ['bob', '4', 'granted', 'refused'],
    ['eve', '4', 'granted', 'refused'],
  ]);
  expect(lower.differences[0]).toEqual({
    uid: 'ada',
    atMs: NOW + 2000,
    decisionId: expect.stringMatching(/^ada#\d+$/),
    was: 'granted',
    would: 'refused',
    rule: 'limit_exceeded',
    limitKey: 'amount/transaction',
    layer: 'platform',
    chainId: 'gold',
    amount: '4',
  });
  const higher = await backtest({ ...asked, document: documentOf('7') }, context);
  expect(higher.differences.map(({ amount, would }) => [amount, would])).toEqual(
    Array.from({ length: 3 }, () => ['6', 'granted']),
  );
});

it('finds nothing to tell of what is in force, as a document and as a version', async () => {
  const { backtest } = await withHistory();
  const same = { differences: [], users: 3, decisions: 9, notReplayed: [] };
  expect(await backtest({ ...asked, document: documentOf('5') }, context)).toMatchObject(same);
  expect(await backtest({ ...asked, version: 1 }, context)).toMatchObject(same);
});

it('says what it cannot show', async () => {
  const { backtest } = await withHistory();
  const { notReplayed } = await backtest(
    { ...asked, document: documentOf('5', { coolingOffMs: 9 }) },
    context,
  );
  expect(notReplayed).toEqual(['platform.settings.coolingOffMs']);
});

it('goes on where a page ended, user by user', async () => {
  const { backtest } = await withHistory();
  const pages: unknown[] = [];
  let after = '';
  do {
    const page = await backtest({ ...asked, document: documentOf('3'), after, limit: 2 }, context);
    pages.push([page.users, page.differences.map(({ uid }) => uid)]);
    after = page.nextAfter;
  } while (after !== '');
  expect(pages).toEqual([
    [2, ['ada', 'bob']],
    [1, ['eve']],
  ]);
});

it('ends a page when the time is nearly up, behind at least one user', async () => {
  const { clock, ...world } = await withHistory();
  const slow = backtestPolicy({
    ...world,
    store: {
      ...world.store,
      head: (kind, id) => {
        clock.now = context.deadline - 1;
        return world.store.head(kind, id);
      },
    },
  });
  const page = await slow({ ...asked, document: documentOf('3') }, context);
  expect(page).toMatchObject({ users: 1, nextAfter: 'ada' });
});

it('tells of a history that it cannot replay', async () => {
  const { store, ...world } = await withHistory();
  const holed = backtestPolicy({
    ...world,
    store: {
      ...store,
      history: async (kind, id, options) => {
        const events = await store.history(kind, id, options);
        return id === 'bob' ? events.filter(({ seq }) => seq !== 3) : events;
      },
    },
  });
  const page = await holed({ ...asked, document: documentOf('3') }, context);
  expect(page.unusable).toEqual([expect.stringMatching(/^bob: its chain is broken at event 3/)]);
  expect(page.users).toBe(3);
});

it('counts what does not fit into a message, and goes on behind that user', async () => {
  const { commands, call, clock, backtest } = await withHistory();
  await commands.pushBalance(call, 'ada', { chainId: 'gold', amount: '10000', asOf: clock.now });
  for (let i = 0; i < 510; i += 1) {
    const intent = { kind: 'transfer', chainId: 'gold', amount: '6', address: 'there', tag: null };
    const { referenceId } = await commands.registerPermit(call, 'ada', intent);
    await commands.read(call, { uid: 'ada', referenceId });
  }
  const lots = await backtest({ ...asked, document: documentOf('50') }, context);
  expect(lots.differences).toHaveLength(500);
  expect(lots).toMatchObject({ users: 1, nextAfter: 'ada' });
  expect(lots.untold).toBe(11);
});

it('refuses a document with mistakes, and more users than a page may have', async () => {
  const { backtest } = await withHistory();
  expect(await codeOf(backtest({ ...asked, document: documentOf('x') }, context))).toBe('invalid');
  expect(await codeOf(backtest({ ...asked, version: 7 }, context))).toBe('not_found');
  expect(await codeOf(backtest({ ...asked, version: 1, limit: 1001 }, context))).toBe('invalid');
});
