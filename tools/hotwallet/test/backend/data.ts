/** What the stand-in knows, and the fixtures that tell the kit about it. */
import type { Fixtures } from '../../src/fixtures';

export const chains = ['bitcoin', 'solana', '1'] as const;

const person = (name: string) => ({
  username: `${name}@example.test`,
  password: `${name}-password`,
  uid: `uid-${name}`,
});

export const fixtures = {
  user: person('ada'),
  otherUser: person('bob'),
  frozenUser: { ...person('eve'), reference: 'permit-of-eve' },
  suspendedUser: person('sam'),
  machine: { id: 'sweeper' },
  suspendedMachine: { id: 'retired' },
  chains: [...chains],
  permit: {
    reference: 'permit-of-ada',
    uid: 'uid-ada',
    chainId: 'bitcoin',
    amount: '0.005',
    address: '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
  },
  foreignPermit: { reference: 'permit-of-bob', uid: 'uid-bob' },
  expiredPermit: { reference: 'expired-permit-of-ada', uid: 'uid-ada' },
} satisfies Fixtures;

export const people = [fixtures.user, fixtures.otherUser, fixtures.frozenUser, fixtures.suspendedUser];

export interface Permit {
  readonly uid: string;
  readonly chainId: string;
  readonly amount: string;
  readonly address: string;
  readonly expired: boolean;
}

const permit = (uid: string, expired = false): Permit => ({
  uid,
  chainId: 'bitcoin',
  amount: '0.005',
  address: '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
  expired,
});

export const permits: ReadonlyMap<string, Permit> = new Map([
  [fixtures.permit.reference, permit('uid-ada')],
  [fixtures.foreignPermit.reference, permit('uid-bob')],
  [fixtures.frozenUser.reference, permit('uid-eve')],
  [fixtures.expiredPermit.reference, permit('uid-ada', true)],
]);
