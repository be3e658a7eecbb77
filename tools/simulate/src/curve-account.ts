/**
 * One account that only a machine acts for, under limits of every kind over three layers, none of which is reached: what
 * is measured is the work of granting, not of refusing. Everything goes through the commands of the engine.
 */
import { createAggregates, createCommands, type ChangeCall } from '@countersign/commands';
import {
  NO_UPDATE_RULES,
  PLATFORM_ID,
  decideRead,
  registerPermit,
  settlePermit,
  settlementContext,
  type Machine,
  type Platform,
  type Tier,
  type User,
} from '@countersign/policy';
import type { Store } from '@countersign/store';

export interface AccountDeps {
  readonly store: Pick<Store, 'get' | 'commit' | 'list' | 'history' | 'receipt' | 'putReceipt'>;
  readonly now: () => number; // ms UTC, virtual
}

export interface Shape {
  readonly destinations: number;
  /** Adds a limit per destination, which makes the account keep a history for each. */
  readonly perDestination: boolean;
}

export interface Account {
  /** Registers operation number `index`; its reference id. */
  register(index: number): Promise<string>;
  read(referenceId: string): Promise<void>;
  settle(referenceId: string): Promise<void>;
  pushBalance(): Promise<void>;
  /** The account as it is stored, and its decisions as pure functions of that. */
  inspect(): Promise<Inspected>;
}

export interface Inspected {
  readonly user: User;
  /** Decides one read of a new permit. */
  readonly decide: () => void;
  /** Decides its settlement. */
  readonly settle: () => void;
}

const UID = 'ops@example.test';
const MACHINE = 'payouts';
const TIER = 'business';
const CHAIN = 'sol';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const platformLimits = [
  { kind: 'transaction', max: '100' },
  { kind: 'calendar', unit: 'month', zone: 'UTC', max: '100000000' },
  { kind: 'calendar', unit: 'year', zone: 'UTC', max: '200000000' },
  { kind: 'lifetime', max: '900000000' },
];
const tierLimits = [
  { kind: 'sliding', ms: DAY_MS, max: '10000000' },
  { kind: 'sliding', ms: 7 * DAY_MS, measure: 'count', max: '1000000' },
  { kind: 'calendar', unit: 'week', zone: 'Europe/Berlin', max: '50000000' },
];
const userLimits = [
  { kind: 'sliding', ms: HOUR_MS, measure: 'count', max: '100000' },
  { kind: 'calendar', unit: 'day', zone: 'America/New_York', measure: 'count', max: '500000' },
  { kind: 'share', max: '0.9' },
];
const destinationLimit = { kind: 'sliding', ms: DAY_MS, max: '10000000', perDestination: true };

export async function openAccount({ store, now }: AccountDeps, shape: Shape): Promise<Account> {
  let ids = 0;
  const aggregates = createAggregates({ store, now });
  const { users, platform, tiers, machines } = aggregates;
  const commands = createCommands({
    ...aggregates,
    store,
    now,
    newId: () => `reference-${(ids += 1)}`,
    updateRules: NO_UPDATE_RULES,
  });
  const call = (): ChangeCall => ({
    cause: { actor: 'curve', reason: 'measuring', requestId: 'curve' },
    deadline: now() + HOUR_MS,
    approval: null,
    once: null,
    expectedRevision: null,
  });
  const addressOf = (index: number): string => `destination-${index % shape.destinations}`;
  const intentOf = (index: number) => ({
    kind: 'transfer',
    chainId: CHAIN,
    tag: null,
    address: addressOf(index),
    amount: `${1 + (index % 9)}.${String(index % 1000).padStart(3, '0')}`,
  });
  const pushBalance = async () => {
    await commands.pushBalance(call(), UID, { chainId: CHAIN, amount: '1000000000', asOf: now() });
  };

  const outer = shape.perDestination ? [...platformLimits, destinationLimit] : platformLimits;
  await commands.enableChain(call(), { chainId: CHAIN, family: 'exact', limits: outer });
  await commands.changeSettings(call(), { coolingOffMs: 0 });
  await commands.createTier(call(), TIER, {});
  await commands.setTierLimits(call(), TIER, { chainId: CHAIN, limits: tierLimits });
  await commands.createUser(call(), { uid: UID, role: 'signer', tier: TIER }, null);
  await commands.setUserLimits(call(), UID, { chainId: CHAIN, limits: userLimits });
  await commands.createMachine(call(), { machineId: MACHINE, uid: UID, role: 'signer' });
  for (let index = 0; index < shape.destinations; index += 1) {
    await commands.addDestination(call(), UID, { chainId: CHAIN, address: addressOf(index), label: '' });
  }
  await pushBalance();

  return {
    register: async (index) => (await commands.registerPermit(call(), UID, intentOf(index))).referenceId,
    async read(referenceId) {
      const { rule } = await commands.read(call(), { uid: MACHINE, referenceId });
      if (rule !== 'granted') throw new Error(`a read that should have been granted was not: ${rule}`);
    },
    async settle(referenceId) {
      await commands.settlePermit(call(), UID, referenceId, null);
    },
    pushBalance,
    async inspect() {
      const at = now();
      const [state, policy, tier, machine] = await Promise.all([
        users.get(UID, at + HOUR_MS),
        platform.get(PLATFORM_ID, at + HOUR_MS),
        tiers.get(TIER, at + HOUR_MS),
        machines.get(MACHINE, at + HOUR_MS),
      ]);
      if (!state || !policy || !tier || !machine) throw new Error('what was set up is not there');
      return inspected(state.state, policy.state, tier.state, machine.state, intentOf(0), at);
    },
  };
}

function inspected(
  user: User,
  platform: Platform,
  tier: Tier,
  machine: Machine,
  intent: object,
  now: number,
): Inspected {
  const id = 'one more';
  const registered = registerPermit(user, { ...intent, lifetimeMs: HOUR_MS }, id, platform, now).state;
  const input = { platform, tier, user: registered, machine, referenceId: id, now };
  const held = decideRead(input).state;
  return {
    user,
    decide: () => void decideRead(input),
    settle: () => {
      const context = settlementContext({ platform, tier, user: held }, CHAIN, now);
      settlePermit(held, { id, amount: null, by: 'ledger' }, context, now);
    },
  };
}
