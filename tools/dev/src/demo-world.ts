import type { Platform } from './platform';

/** The users, machines and chains that `npm start` and `npm run demo` play with. Made once; making them again changes nothing. */
const DAY_MS = 24 * 60 * 60_000;

export const chains = [
  { chainId: '1', perTransaction: '10' },
  { chainId: 'bitcoin', perTransaction: '0.5' },
  { chainId: 'solana', perTransaction: '100' },
] as const;

export const address = '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa';
const password = 'correct horse battery staple';

const person = (name: string, uid: string) => ({ uid, username: `${name}@example.com`, password });
export const alice = person('alice', '7f0c1d52-6a3c-4e0e-9c0a-0a6f5f1f0001');
export const bob = person('bob', '7f0c1d52-6a3c-4e0e-9c0a-0a6f5f1f0002');
export const frank = person('frank', '7f0c1d52-6a3c-4e0e-9c0a-0a6f5f1f0003');
export const susan = person('susan', '7f0c1d52-6a3c-4e0e-9c0a-0a6f5f1f0004');
export const treasury = { uid: '7f0c1d52-6a3c-4e0e-9c0a-0a6f5f1f0005' };
export const sweeper = 'sweeper-1';
export const retiredSweeper = 'sweeper-0';

export async function createWorld(platform: Platform): Promise<void> {
  for (const { chainId, perTransaction } of chains) await platform.enableChain(chainId, perTransaction);
  for (const { uid, username, password: secret } of [alice, bob, frank, susan]) {
    await platform.createUser({ uid, login: { username, password: secret } });
    await platform.addDestination(uid, 'bitcoin', address, 'savings');
    await platform.pushBalance(uid, 'bitcoin', '0.4');
  }
  await platform.setLimit(alice.uid, 'bitcoin', '0.1');
  await platform.suspendUser(susan.uid);
  await platform.createUser(treasury);
  await platform.createMachine(sweeper, treasury.uid);
  await platform.createMachine(retiredSweeper, treasury.uid);
  await platform.suspendMachine(retiredSweeper);
}

const transfer = (uid: string, amount: string, lifetimeMs: number) => ({
  uid,
  chainId: 'bitcoin',
  amount,
  address,
  lifetimeMs,
});

/** What the conformance kit needs to know of this world; the permits live for a day. */
export async function createFixtures(platform: Platform, secretFile: string) {
  const permit = { ...transfer(alice.uid, '0.05', DAY_MS) };
  const frozenReference = await platform.registerPermit(transfer(frank.uid, '0.05', DAY_MS));
  await platform.freezeUser(frank.uid, true);
  return {
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
      reference: await platform.registerPermit(transfer(bob.uid, '0.05', DAY_MS)),
      uid: bob.uid,
    },
    expiredPermit: {
      reference: await platform.registerPermit(transfer(alice.uid, '0.05', 1000)),
      uid: alice.uid,
    },
  };
}
