import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { NOWHERE, compareAmounts, decideRead, isFault, readRules } from '../src';
import type { Machine, Permit, Platform, ReadInput, ReadRule, User } from '../src';

interface Case {
  readonly case: string;
  readonly given?: {
    readonly platform?: Partial<Platform> | null;
    readonly user?: Partial<User> | null;
    readonly machine?: Partial<Machine>;
    readonly permit?: Partial<Permit>;
  };
  readonly reference?: string;
  readonly at?: number;
  readonly rule?: ReadRule;
  readonly grants?: string;
  readonly role?: string;
  readonly fault?: string;
}

const cases = parse(readFileSync(join(__dirname, 'tables/read.yaml'), 'utf8')) as readonly Case[];

const platform: Platform = {
  schema: 1,
  frozen: false,
  chains: [
    { chainId: 'bitcoin', perTransaction: '1', frozen: false },
    { chainId: 'ethereum', perTransaction: '10', frozen: false },
  ],
};
const permit: Permit = {
  id: 'p-1',
  kind: 'transfer',
  chainId: 'bitcoin',
  amount: '0.1',
  address: 'addr-1',
  registeredAt: 0,
  expiresAt: 5000,
  firstReadAt: null,
};
const user: User = {
  schema: 1,
  uid: 'u-1',
  role: 'signer',
  status: 'active',
  frozen: false,
  credentials: null,
  limits: [{ chainId: 'bitcoin', perTransaction: '0.5' }],
  destinations: [{ chainId: 'bitcoin', address: 'addr-1', label: '' }],
  balances: [{ chainId: 'bitcoin', amount: '0.4', asOf: 1000 }],
  permits: [permit],
};
const machine: Machine = {
  schema: 1,
  machineId: 'm-1',
  uid: 'u-1',
  role: 'signer',
  status: 'active',
  frozen: false,
};

function inputOf({ given = {}, reference, at }: Case): ReadInput {
  return {
    platform: given.platform === null ? undefined : { ...platform, ...given.platform },
    user:
      given.user === null ? undefined : { ...user, permits: [{ ...permit, ...given.permit }], ...given.user },
    ...(given.machine === undefined ? {} : { machine: { ...machine, ...given.machine } }),
    referenceId: reference ?? 'p-1',
    now: at ?? 2000,
    balanceMaxAgeMs: 10_000,
  };
}

describe('the decision table of /read', () => {
  it.each(cases)('$case', (row) => {
    const input = inputOf(row);
    if (row.fault !== undefined) {
      expect(() => decideRead(input)).toThrow(expect.objectContaining({ name: 'Fault', code: row.fault }));
      return;
    }
    const { rule, reply, state, events } = decideRead(input);
    const asked = { ...permit, ...row.given?.permit };
    expect({ rule, role: reply.role }).toEqual({ rule: row.rule, role: row.role ?? 'signer' });
    const chains = (input.platform as Platform).chains.map(({ chainId }) => chainId);
    expect(reply.limits.map(({ chainId }) => chainId)).toEqual(chains);
    const granted = row.grants !== undefined;
    for (const { chainId, limit } of reply.limits) {
      expect(limit).toBe(granted && chainId === asked.chainId ? row.grants : '0');
    }
    expect(reply.destinations).toEqual(
      granted
        ? [{ chainId: asked.chainId, address: asked.address }]
        : chains.map((chainId) => ({ chainId, address: NOWHERE })),
    );
    // Only a first grant changes anything.
    expect(events.map(({ type }) => type)).toEqual(rule === 'granted' ? ['permit.read'] : []);
    if (rule !== 'granted') expect(state).toBe(input.user);
  });

  it('has a case for every rule', () => {
    const tested = new Set(cases.map(({ rule }) => rule));
    expect(readRules.filter((rule) => !tested.has(rule))).toEqual([]);
  });
});

describe('whatever the world looks like', () => {
  const amount = fc.constantFrom(
    '0',
    '0.1',
    '0.4',
    '0.5',
    '0.5000000000000000000000000000000000000001',
    '1',
    '1.1',
  );
  const chainId = fc.constantFrom('bitcoin', 'ethereum', 'solana');
  const address = fc.constantFrom('addr-1', 'addr-2');
  const world: fc.Arbitrary<ReadInput> = fc.record({
    platform: fc.record({
      schema: fc.constant(1 as const),
      frozen: fc.boolean(),
      chains: fc.uniqueArray(fc.record({ chainId, perTransaction: amount, frozen: fc.boolean() }), {
        selector: (chain) => chain.chainId,
        minLength: 1,
      }),
    }),
    user: fc.record({
      schema: fc.constant(1 as const),
      uid: fc.constant('u-1'),
      role: fc.constantFrom('signer' as const, 'admin' as const),
      status: fc.constant('active' as const),
      frozen: fc.boolean(),
      credentials: fc.constant(null),
      limits: fc.uniqueArray(fc.record({ chainId, perTransaction: amount }), { selector: (l) => l.chainId }),
      destinations: fc.array(fc.record({ chainId, address, label: fc.constant('') })),
      balances: fc.uniqueArray(fc.record({ chainId, amount, asOf: fc.nat(3000) }), {
        selector: (b) => b.chainId,
      }),
      permits: fc.array(
        fc.record({
          id: fc.constantFrom('p-1', 'p-2'),
          kind: fc.constantFrom('transfer' as const, 'contract' as const),
          chainId,
          amount,
          address,
          registeredAt: fc.constant(0),
          expiresAt: fc.nat(3000),
          firstReadAt: fc.constantFrom(null, 1),
        }),
        { maxLength: 3 },
      ),
    }),
    referenceId: fc.constantFrom('p-1', 'p-2', 'p-3', ''),
    now: fc.nat(3000),
    balanceMaxAgeMs: fc.nat(3000),
  });
  const run = { seed: 20261121, numRuns: 5000 };

  it('never grants more than any layer, the balance or the permit, and never on two chains', () => {
    fc.assert(
      fc.property(world, (input) => {
        const { user: u, platform: p } = input as { user: User; platform: Platform };
        const { limits, destinations } = decideRead(input).reply;
        expect(limits.map((l) => l.chainId)).toEqual(p.chains.map((c) => c.chainId));
        expect(destinations.length).toBeGreaterThan(0);
        const open = limits.filter(({ limit }) => limit !== '0');
        expect(open.length).toBeLessThanOrEqual(1);
        for (const { chainId: id, limit } of open) {
          const own = u.limits.find((l) => l.chainId === id);
          const caps = [
            p.chains.find((c) => c.chainId === id)?.perTransaction,
            u.balances.find((b) => b.chainId === id)?.amount,
            ...(own === undefined ? [] : [own.perTransaction]),
          ];
          for (const cap of caps) expect(compareAmounts(limit, cap ?? '0')).toBeLessThanOrEqual(0);
          expect(p.frozen || u.frozen).toBe(false);
          expect(u.destinations).toContainEqual({ ...destinations[0], label: '' });
        }
      }),
      run,
    );
  });

  it('gives the same answer again once its change is committed', () => {
    fc.assert(
      fc.property(world, (input) => {
        const first = decideRead(input);
        const second = decideRead({ ...input, user: first.state });
        expect(second.reply).toEqual(first.reply);
        expect(second.events).toEqual([]);
      }),
      run,
    );
  });

  it('never widens when the user gets an own limit', () => {
    fc.assert(
      fc.property(world, amount, (input, perTransaction) => {
        const u = input.user as User;
        const before = decideRead({ ...input, user: { ...u, limits: [] } }).reply;
        const limits = ['bitcoin', 'ethereum', 'solana'].map((id) => ({ chainId: id, perTransaction }));
        const after = decideRead({ ...input, user: { ...u, limits } }).reply;
        after.limits.forEach((entry, i) => {
          expect(compareAmounts(entry.limit, before.limits[i]?.limit ?? '0')).toBeLessThanOrEqual(0);
        });
      }),
      run,
    );
  });
});

it('throws only faults of the closed union', () => {
  try {
    decideRead(inputOf({ case: '', given: { user: null } }));
    throw new Error('granted');
  } catch (error) {
    expect(isFault(error, 'unauthenticated')).toBe(true);
  }
});
