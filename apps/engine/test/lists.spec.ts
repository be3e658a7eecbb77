import { getMachine } from '../src/rpc/get-machine';
import { listDestinations } from '../src/rpc/list-destinations';
import { listFreezes } from '../src/rpc/list-freezes';
import { listMachines } from '../src/rpc/list-machines';
import { listPermits } from '../src/rpc/list-permits';
import { NOW, codeOf, context, handlersWorld } from './handlers-world';

const limits = [{ kind: 'transaction', max: '5' }];

/** Ada with a place on each of two chains and a machine; everything of no known address form. */
async function populated() {
  const world = handlersWorld();
  const { commands, call } = world;
  for (const chainId of ['a', 'b']) await commands.enableChain(call, { chainId, limits });
  await commands.changeSettings(call, { coolingOffMs: 60_000 });
  await commands.createTier(call, 'retail', {});
  await commands.createUser(call, { uid: 'ada', role: 'signer', tier: 'retail' }, null);
  for (const chainId of ['b', 'a']) {
    await commands.addDestination(call, 'ada', { chainId, address: 'there', label: 'home' });
    await commands.pushBalance(call, 'ada', { chainId, amount: '10', asOf: NOW });
  }
  await commands.createMachine(call, { machineId: 'bot', uid: 'ada', role: 'signer' });
  return world;
}

it('lists the destinations of a user, of all chains or of one, with the revision they were seen at', async () => {
  const { users } = await populated();
  const list = listDestinations({ users });
  const all = await list({ uid: 'ada', chainId: '' }, context);
  expect(all.destinations.map(({ chainId }) => chainId)).toEqual(['b', 'a']);
  expect(all.revision).toBe((await users.get('ada', context.deadline))?.revision);
  const { destinations } = await list({ uid: 'ada', chainId: 'a' }, context);
  expect(destinations).toEqual([
    {
      chainId: 'a',
      address: 'there',
      tag: '',
      label: 'home',
      addedAtMs: NOW,
      usableFromMs: NOW + 60_000,
      expiresAtMs: 0,
      looksLike: '',
    },
  ]);
  expect(await codeOf(list({ uid: 'eve', chainId: '' }, context))).toBe('not_found');
});

it('tells a machine, and lists machines by owner and status, a page at a time', async () => {
  const { machines, store, commands, call } = await populated();
  await commands.createMachine(call, { machineId: 'cat', uid: 'ada', role: 'signer' });
  await commands.updateMachine(call, 'cat', { status: 'suspended' });
  await commands.createUser(call, { uid: 'bob', role: 'signer' }, null);
  await commands.createMachine(call, { machineId: 'dog', uid: 'bob', role: 'signer' });
  const bot = { machineId: 'bot', uid: 'ada', role: 'signer', status: 'active', frozen: false, revision: 1 };
  expect(await getMachine({ machines })({ machineId: 'bot' }, context)).toEqual(bot);
  expect(await codeOf(getMachine({ machines })({ machineId: 'ant' }, context))).toBe('not_found');

  const list = listMachines({ store });
  const asked = { uid: '', status: '', after: '', limit: 0 };
  const idsOf = async (part: Partial<typeof asked>) =>
    (await list({ ...asked, ...part }, context)).machines.map(({ machineId }) => machineId);
  expect(await idsOf({})).toEqual(['bot', 'cat', 'dog']);
  expect(await idsOf({ uid: 'ada' })).toEqual(['bot', 'cat']);
  expect(await idsOf({ uid: 'ada', status: 'suspended' })).toEqual(['cat']);
  const first = await list({ ...asked, limit: 2 }, context);
  expect(first).toMatchObject({ machines: [bot, { machineId: 'cat' }], nextAfter: 'cat' });
  expect(await list({ ...asked, limit: 2, after: 'cat' }, context)).toMatchObject({
    machines: [{ machineId: 'dog' }],
    nextAfter: '',
  });
});

it('lists the permits of a user with their status, those that ended as well, oldest first', async () => {
  const { users, platform, now, clock, commands, call } = await populated();
  clock.now += 60_000; // the cooling-off
  const register = async (chainId: string) => {
    clock.now += 1;
    const intent = { kind: 'transfer', chainId, amount: '1', address: 'there', tag: null };
    return (await commands.registerPermit(call, 'ada', intent)).referenceId;
  };
  const [first, second, third] = [await register('a'), await register('a'), await register('b')];
  await commands.read(call, { uid: 'ada', referenceId: third });
  await commands.releasePermit(call, 'ada', second);
  await commands.releasePermit(call, 'ada', first);
  const list = listPermits({ users, platform, now });
  const statuses = async (part: object) =>
    (await list({ uid: 'ada', status: '', chainId: '', ...part }, context)).permits.map(
      ({ referenceId, status }) => [referenceId, status],
    );
  expect(await statuses({})).toEqual([
    [first, 'released'],
    [second, 'released'],
    [third, 'held'],
  ]);
  expect(await statuses({ status: 'held' })).toEqual([[third, 'held']]);
  expect(await statuses({ chainId: 'a' })).toEqual([
    [first, 'released'],
    [second, 'released'],
  ]);
  expect(await codeOf(list({ uid: 'eve', status: '', chainId: '' }, context))).toBe('not_found');
});

it('lists what is frozen, of each scope, and not what was', async () => {
  const { store, platform, commands, call } = await populated();
  const list = listFreezes({ store, platform });
  const frozen = async (scope: string, part: object = {}) =>
    (await list({ scope, after: '', limit: 0, ...part }, context)).subjects;
  const all = () =>
    Promise.all(['platform', 'chain', 'tier', 'user', 'machine'].map((scope) => frozen(scope)));
  expect(await all()).toEqual([[], [], [], [], []]);
  const freeze = async (is: boolean) => {
    await commands.freezePlatform(call, is);
    await commands.freezeChain(call, 'b', is);
    await commands.freezeTier(call, 'retail', is);
    await commands.freezeUser(call, 'ada', is);
    await commands.freezeMachine(call, 'bot', is);
  };
  await freeze(true);
  expect(await all()).toEqual([[''], ['b'], ['retail'], ['ada'], ['bot']]);
  await commands.freezeChain(call, 'a', true);
  expect(await list({ scope: 'chain', after: '', limit: 1 }, context)).toEqual({
    subjects: ['a'],
    nextAfter: 'a',
  });
  expect(await frozen('chain', { after: 'a', limit: 1 })).toEqual(['b']);
  await commands.freezeChain(call, 'a', false);
  await freeze(false);
  expect(await all()).toEqual([[], [], [], [], []]);
  expect(await codeOf(frozen('world'))).toBe('invalid');
});
