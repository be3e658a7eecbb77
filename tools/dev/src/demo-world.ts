import { DAY_MS, per24Hours, perTransaction } from './limits';
import type { Intent, Platform } from './platform';
import { until } from './until';

/** The users, machines and chains that `npm start` and `npm run demo` play with. Made once; making them again changes nothing. */
export const chains = [
  { chainId: '1', most: '10' },
  { chainId: 'bitcoin', most: '0.5' },
  { chainId: 'solana', most: '100' },
] as const;

/** Where new destinations wait, and where nobody may move more than this in 24 hours. */
export const retail = { tierId: 'retail', coolingOffMs: DAY_MS, most: '0.3' };

export const address = '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa';
const password = 'correct horse battery staple';

const person = (name: string, uid: string) => ({ uid, username: `${name}@example.com`, password });
export const alice = person('alice', '7f0c1d52-6a3c-4e0e-9c0a-0a6f5f1f0001');
export const bob = person('bob', '7f0c1d52-6a3c-4e0e-9c0a-0a6f5f1f0002');
export const frank = person('frank', '7f0c1d52-6a3c-4e0e-9c0a-0a6f5f1f0003');
export const susan = person('susan', '7f0c1d52-6a3c-4e0e-9c0a-0a6f5f1f0004');
export const treasury = { uid: '7f0c1d52-6a3c-4e0e-9c0a-0a6f5f1f0005' };
export const dora = person('dora', '7f0c1d52-6a3c-4e0e-9c0a-0a6f5f1f0006');
export const erin = person('erin', '7f0c1d52-6a3c-4e0e-9c0a-0a6f5f1f0007');
export const grace = person('grace', '7f0c1d52-6a3c-4e0e-9c0a-0a6f5f1f0008');
export const sweeper = 'sweeper-1';
export const retiredSweeper = 'sweeper-0';

export async function createWorld(platform: Platform): Promise<void> {
  // Otherwise every destination made here would be of no use for a day. The tier keeps its own waiting time.
  await platform.changeSettings({ coolingOffMs: 0 });
  for (const { chainId, most } of chains) await platform.enableChain(chainId, [perTransaction(most)]);
  await platform.createTier(retail.tierId, { coolingOffMs: retail.coolingOffMs });
  await platform.setTierLimits(retail.tierId, 'bitcoin', [per24Hours(retail.most)]);
  for (const { uid, username, password: secret } of [alice, bob, frank, susan, dora, erin, grace]) {
    await platform.createUser({ uid, login: { username, password: secret } });
    await platform.addDestination(uid, 'bitcoin', address, 'savings');
    await platform.pushBalance(uid, 'bitcoin', '0.4');
  }
  await platform.setUserLimits(alice.uid, 'bitcoin', [perTransaction('0.1')]);
  await platform.setUserLimits(grace.uid, 'bitcoin', [per24Hours('0.3')]);
  for (const { uid } of [dora, erin]) await platform.joinTier(uid, retail.tierId);
  await platform.suspendUser(susan.uid);
  await platform.createUser(treasury);
  await platform.addDestination(treasury.uid, 'bitcoin', address, 'cold');
  await platform.pushBalance(treasury.uid, 'bitcoin', '3');
  await platform.createMachine(sweeper, treasury.uid);
  await platform.createMachine(retiredSweeper, treasury.uid);
  await platform.suspendMachine(retiredSweeper);
}

export const bitcoin = (uid: string, amount: string, lifetimeMs = 10 * 60_000): Intent => ({
  uid,
  chainId: 'bitcoin',
  amount,
  address,
  lifetimeMs,
});

/** What the conformance kit needs to know of this world; the permits live for a day. */
export async function createFixtures(platform: Platform, secretFile: string) {
  // Holds that an earlier start left would use up the balances, one start after the other.
  for (const { uid } of [alice, bob, frank]) await platform.releaseAll(uid);
  const permit = bitcoin(alice.uid, '0.05', DAY_MS);
  const expired = await platform.registerPermit(bitcoin(alice.uid, '0.05', 1000));
  const frozenReference = await platform.registerPermit(bitcoin(frank.uid, '0.05', DAY_MS));
  await platform.freeze('user', frank.uid, true);
  const fixtures = {
    secretFile,
    user: alice,
    otherUser: bob,
    frozenUser: { ...frank, reference: frozenReference },
    suspendedUser: susan,
    machine: { id: sweeper },
    suspendedMachine: { id: retiredSweeper },
    chains: chains.map(({ chainId }) => chainId),
    permit: {
      reference: await platform.registerPermit(permit),
      uid: alice.uid,
      chainId: permit.chainId,
      amount: permit.amount,
      address: permit.address,
    },
    foreignPermit: {
      reference: await platform.registerPermit(bitcoin(bob.uid, '0.05', DAY_MS)),
      uid: bob.uid,
    },
    expiredPermit: { reference: expired, uid: alice.uid },
  };
  await until('a permit to expire', async () =>
    (await platform.getPermit(alice.uid, expired)).status === 'expired' ? true : undefined,
  );
  return fixtures;
}
