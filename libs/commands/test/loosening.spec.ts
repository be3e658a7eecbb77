import type { ChangeCall, Commands } from '../src';
import {
  CHAIN,
  START,
  DAY,
  TO,
  call,
  callOf,
  codeOf,
  createEngine,
  databases,
  perDay,
  withAda,
  type Database,
  type Engine,
} from './world';

type Change = (commands: Commands, as: ChangeCall) => Promise<unknown>;

const update = (commands: Commands, as: ChangeCall, input: object) => commands.updateUser(as, 'ada', input);
const override = (max: string, days: number) => ({
  chainId: CHAIN,
  limit: perDay(max),
  expiresAt: START + days * DAY,
});
const key = `amount/sliding/${DAY}`;

/** Every command that can let somebody do more, from a state in which everything is frozen or tight. */
const loosening: readonly [string, Change][] = [
  ['enables a chain', (c, as) => c.enableChain(as, { chainId: 'other', limits: [perDay('1')] })],
  ['raises a limit', (c, as) => c.enableChain(as, { chainId: CHAIN, limits: [perDay('11')] })],
  [
    'puts another limit in the place of one',
    (c, as) => c.enableChain(as, { chainId: CHAIN, limits: [{ kind: 'transaction', max: '1' }] }),
  ],
  [
    'takes another family of addresses',
    (c, as) => c.enableChain(as, { chainId: CHAIN, family: 'bitcoin', limits: [perDay('10')] }),
  ],
  ['takes older balances', (c, as) => c.changeSettings(as, { balanceMaxAgeMs: 2 * DAY })],
  ['shortens the cooling-off', (c, as) => c.changeSettings(as, { coolingOffMs: 0 })],
  ['shortens the re-arming', (c, as) => c.changeSettings(as, { rearmMs: 0 })],
  ['suspects later', (c, as) => c.changeSettings(as, { suspectAfterMs: 2 * DAY })],
  ['lets anybody loosen alone', (c, as) => c.changeSettings(as, { loosening: 'alone' })],
  ['unfreezes the platform', (c, as) => c.freezePlatform(as, false)],
  ['unfreezes a chain', (c, as) => c.freezeChain(as, CHAIN, false)],
  ['puts a tier in budget mode', (c, as) => c.changeTier(as, 'retail', { mode: 'budget' })],
  ["shortens a tier's cooling-off", (c, as) => c.changeTier(as, 'retail', { coolingOffMs: 0 })],
  ["shortens a tier's re-arming", (c, as) => c.changeTier(as, 'retail', { rearmMs: 0 })],
  [
    "raises a tier's limit",
    (c, as) => c.setTierLimits(as, 'retail', { chainId: CHAIN, limits: [perDay('9')] }),
  ],
  ["drops a tier's limit", (c, as) => c.setTierLimits(as, 'retail', { chainId: CHAIN, limits: [] })],
  ['unfreezes a tier', (c, as) => c.freezeTier(as, 'retail', false)],
  ['creates an admin', (c, as) => c.createUser(as, { uid: 'root', role: 'admin' }, null)],
  ['makes an admin', (c, as) => update(c, as, { role: 'admin' })],
  ['lets a user back in', (c, as) => update(c, as, { status: 'active' })],
  ['moves a user to a wider tier', (c, as) => update(c, as, { tier: 'wide' })],
  ['takes a user out of the tiers', (c, as) => update(c, as, { tier: null })],
  ["raises a user's limit", (c, as) => c.setUserLimits(as, 'ada', { chainId: CHAIN, limits: [perDay('8')] })],
  ["drops a user's limit", (c, as) => c.setUserLimits(as, 'ada', { chainId: CHAIN, limits: [] })],
  ['overrides a limit', (c, as) => c.overrideLimit(as, 'ada', { ...override('1', 1), chainId: 'other' })],
  ['raises an override', (c, as) => c.overrideLimit(as, 'ada', override('6', 1))],
  ['prolongs an override', (c, as) => c.overrideLimit(as, 'ada', override('5', 2))],
  ['removes an override', (c, as) => c.removeOverride(as, 'ada', { chainId: CHAIN, key })],
  ['unfreezes a user', (c, as) => c.freezeUser(as, 'ada', false)],
  [
    'adds a destination',
    (c, as) => c.addDestination(as, 'ada', { chainId: CHAIN, address: 'else', label: '' }),
  ],
  ['waives a cooling-off', (c, as) => c.waiveCoolingOff(as, 'ada', { chainId: CHAIN, address: 'young' })],
  ['creates a machine', (c, as) => c.createMachine(as, { machineId: 'two', uid: 'ada', role: 'signer' })],
  ['lets a machine back in', (c, as) => c.updateMachine(as, 'bot', { status: 'active' })],
  ['unfreezes a machine', (c, as) => c.freezeMachine(as, 'bot', false)],
];

/** Commands that only tighten, or do no more than say what is. */
const tightening: readonly [string, Change][] = [
  ['disables a chain', (c, as) => c.disableChain(as, { chainId: CHAIN })],
  ['lowers a limit', (c, as) => c.enableChain(as, { chainId: CHAIN, limits: [perDay('1')] })],
  ['lengthens the cooling-off', (c, as) => c.changeSettings(as, { coolingOffMs: 9 * DAY })],
  ['creates a tier', (c, as) => c.createTier(as, 'third', {})],
  [
    "lowers a tier's limit",
    (c, as) => c.setTierLimits(as, 'retail', { chainId: CHAIN, limits: [perDay('1')] }),
  ],
  ['creates a signer', (c, as) => c.createUser(as, { uid: 'eve', role: 'signer' }, null)],
  ['closes a user', (c, as) => update(c, as, { status: 'closed' })],
  ["lowers a user's limit", (c, as) => c.setUserLimits(as, 'ada', { chainId: CHAIN, limits: [perDay('1')] })],
  ['lowers an override', (c, as) => c.overrideLimit(as, 'ada', override('1', 1))],
  ['revokes a destination', (c, as) => c.revokeDestination(as, 'ada', { chainId: CHAIN, address: TO })],
  ['closes a machine', (c, as) => c.updateMachine(as, 'bot', { status: 'closed' })],
  ['changes a password', (c, as) => c.changePassword(as, 'ada', '$argon2id$new')],
  ['tells a balance', (c, as) => c.pushBalance(as, 'ada', { chainId: CHAIN, amount: '9999', asOf: START })],
  ['freezes again', (c, as) => c.freezePlatform(as, true)],
];

async function tight(engine: Engine): Promise<void> {
  const { commands } = engine;
  await withAda(engine);
  await commands.createTier(call, 'wide', {});
  await commands.changeTier(call, 'retail', { coolingOffMs: DAY, rearmMs: DAY });
  await commands.setTierLimits(call, 'retail', { chainId: CHAIN, limits: [perDay('8')] });
  await commands.setUserLimits(call, 'ada', { chainId: CHAIN, limits: [perDay('7')] });
  await commands.overrideLimit(call, 'ada', override('5', 1));
  await commands.changeSettings(call, { coolingOffMs: DAY });
  await commands.addDestination(call, 'ada', { chainId: CHAIN, address: 'young', label: '' });
  await commands.createMachine(call, { machineId: 'bot', uid: 'ada', role: 'signer' });
  await commands.updateMachine(call, 'bot', { status: 'suspended' });
  await update(commands, call, { status: 'suspended' });
  await commands.freezeMachine(call, 'bot', true);
  await commands.freezeUser(call, 'ada', true);
  await commands.freezeTier(call, 'retail', true);
  await commands.freezeChain(call, CHAIN, true);
  await commands.freezePlatform(call, true);
  await commands.changeSettings(call, { loosening: 'approved' });
}

describe.each(databases)('where policy wants a second person, %s', (_, open) => {
  let database: Database;
  let engine: Engine;
  beforeEach(async () => {
    database = await open();
    engine = createEngine(await database.open());
    await tight(engine);
  });
  afterEach(() => database.dispose());

  const events = async () => (await engine.store.events({ after: 0, limit: 1000 })).length;

  it.each(loosening)('nobody alone %s, nor with their own approval', async (_, change) => {
    const before = await events();
    expect(await codeOf(change(engine.commands, callOf('ada', null)))).toBe('forbidden');
    expect(await codeOf(change(engine.commands, callOf('ada', '')))).toBe('forbidden');
    expect(await codeOf(change(engine.commands, callOf('ada', 'ada')))).toBe('forbidden');
    expect(await events()).toBe(before);
    expect(await codeOf(change(engine.commands, callOf('ada', 'eve')))).toBe('none');
    expect(await events()).toBe(before + 1);
  });

  it.each(tightening)('anybody alone %s', async (_, change) => {
    expect(await codeOf(change(engine.commands, callOf('ada', null)))).toBe('none');
  });

  it('covers every command', async () => {
    const tried = new Set<string>();
    const watched = new Proxy(engine.commands, {
      get: (_, name) => {
        tried.add(String(name));
        return async () => undefined;
      },
    });
    for (const [, change] of [...loosening, ...tightening]) await change(watched, call);
    const operations = ['registerPermit', 'settlePermit', 'releasePermit', 'reconcilePermit', 'markSuspects'];
    const documents = ['draftPolicy', 'publishPolicy']; // see policies.spec.ts
    expect([...tried, ...operations, ...documents, 'read', 'receive'].sort()).toEqual(
      Object.keys(engine.commands).sort(),
    );
  });
});

describe('where policy leaves it to one', () => {
  it.each(loosening)('anybody %s', async (what, change) => {
    const database = await (databases[0]?.[1] ?? (() => Promise.reject(new Error('no database'))))();
    const engine = createEngine(await database.open());
    await tight(engine);
    await engine.commands.changeSettings(callOf('ada', 'eve'), { loosening: 'alone' });
    const before = (await engine.store.events({ after: 0, limit: 1000 })).length;
    expect(await codeOf(change(engine.commands, callOf('ada', null)))).toBe('none');
    const after = (await engine.store.events({ after: 0, limit: 1000 })).length;
    // It is so already in this one case, which changes nothing.
    expect(after - before).toBe(what === 'lets anybody loosen alone' ? 0 : 1);
  });
});
