import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Limit, PolicyChange } from '../../src';
import { limitOf } from './limit-text';
import type { Policy } from './policy';

/** tables/loosening.yaml, run. The base states have every member, so that a member without a row is found. */
interface Row {
  readonly of: string;
  readonly member: string;
  readonly a: unknown;
  readonly b: unknown;
  readonly there: string;
  readonly back: string;
}
interface Created {
  readonly of: string;
  readonly with: object;
  readonly is: string;
}
interface ApprovalRow {
  readonly policy: 'alone' | 'approved' | 'none';
  readonly actor: string;
  readonly approvedBy: string | null;
  /** How long the platform makes a loosening wait, ms; left out: not at all. */
  readonly delay?: number;
  /** How long ago it was proposed, ms; left out: just now. */
  readonly proposed?: number | 'not';
  readonly then: string;
}

const table = parse(readFileSync(join(__dirname, '../tables/loosening.yaml'), 'utf8')) as {
  readonly changes: readonly Row[];
  readonly created: readonly Created[];
  readonly approvals: readonly ApprovalRow[];
};
export const { changes, created, approvals } = table;

/** Before any of the overrides expires. */
const NOW = 500;
const daily = limitOf('10 per 24h');
const settings = {
  balanceMaxAgeMs: 1000,
  coolingOffMs: 1000,
  rearmMs: 1000,
  suspectAfterMs: 1000,
  loosening: 'alone',
  looseningDelayMs: 1000,
  approvalLifetimeMs: 1000,
};
const chain = { chainId: 'gold', family: 'exact', frozen: false, limits: [daily] };
const override = { chainId: 'gold', limit: daily, expiresAt: 1000 };
const destination = {
  chainId: 'gold',
  address: 'vault',
  tag: null,
  label: '',
  addedAt: 0,
  usableFrom: 1000,
  expiresAt: null,
  looksLike: null,
};

/** One of each, with every member it can have. */
export const bases: Readonly<Record<string, object>> = {
  platform: { schema: 2, seq: 1, frozen: false, chains: [chain], settings },
  chain,
  settings,
  tier: {
    ...{ schema: 2, seq: 1, tierId: 'basic', frozen: false, mode: 'permit', coolingOffMs: 1000 },
    ...{ rearmMs: 1000, limits: [] },
  },
  user: {
    ...{ schema: 2, seq: 1, latest: 1, uid: 'u-1', role: 'signer', status: 'active', frozen: false },
    ...{
      tier: null,
      credentials: null,
      limits: [],
      overrides: [],
      destinations: [],
      balances: [],
      permits: [],
    },
    ...{ ended: [], usage: [] },
  },
  override,
  destination,
  machine: {
    ...{ schema: 2, seq: 1, machineId: 'm-1', uid: 'u-1', role: 'signer', status: 'active', frozen: false },
  },
};

const tiers: Readonly<Record<string, object | undefined>> = {
  none: undefined,
  narrow: tierOf('narrow', { limits: onGold([daily]) }),
  wide: tierOf('wide', { limits: onGold([limitOf('20 per 24h')]) }),
  waiting: tierOf('waiting', { limits: onGold([limitOf('20 per 24h')]), coolingOffMs: 86_400_000 }),
  budget: tierOf('budget', { limits: onGold([daily]), mode: 'budget' }),
};

/** Throws unless both ways of the row are what it says. */
export function runChange(policy: Policy, row: Row): void {
  expect({ there: judged(policy, row, row.a, row.b) }).toEqual({ there: expected(row, row.there) });
  expect({ back: judged(policy, row, row.b, row.a) }).toEqual({ back: expected(row, row.back) });
  expect(judged(policy, row, row.a, row.a)).toEqual([]);
}

export function runCreated(policy: Policy, row: Created): void {
  const after = { ...bases[row.of], ...row.with };
  const none = { before: undefined, after: undefined };
  const change = { kind: row.of, before: undefined, after, tiers: none, now: NOW };
  const loosened = policy.loosenings(change as unknown as PolicyChange);
  expect(loosened.length > 0 ? 'loosens' : 'fine').toBe(row.is);
}

export function runApproval(policy: Policy, row: ApprovalRow): void {
  const platform =
    row.policy === 'none'
      ? undefined
      : policy.changeSettings(policy.freezePlatform(undefined, false).state, {
          loosening: row.policy,
          looseningDelayMs: row.delay ?? 0,
        }).state;
  const attempt = (loosened: readonly string[]): string => {
    try {
      const { actor, approvedBy: by, proposed = 0 } = row;
      const approval = proposed === 'not' ? null : { by, since: NOW - proposed };
      policy.refuseUnapproved(platform, loosened, { actor, approval, now: NOW });
      return 'allowed';
    } catch (error) {
      if (!policy.isFault(error)) throw error;
      return error.code;
    }
  };
  expect(attempt(['limits'])).toBe(row.then);
  // What loosens nothing never waits.
  expect(attempt([])).toBe('allowed');
}

export function runLoosening(policy: Policy): void {
  for (const row of changes) runChange(policy, row);
  for (const row of created) runCreated(policy, row);
  for (const row of approvals) runApproval(policy, row);
}

/** The state's member that is told: what is part of a list or of the settings is told by the name of that. */
const parents: Readonly<Record<string, string>> = {
  chain: 'chains',
  settings: 'settings',
  override: 'overrides',
  destination: 'destinations',
};

const expected = ({ of, member }: Row, way: string): readonly string[] =>
  way === 'loosens' ? [parents[of] ?? member] : [];

function judged(policy: Policy, { of, member }: Row, from: unknown, to: unknown): readonly string[] {
  const kind = { chain: 'platform', settings: 'platform', override: 'user', destination: 'user' }[of] ?? of;
  const change = {
    kind,
    before: stateOf(of, member, from),
    after: stateOf(of, member, to),
    tiers: member === 'tier' ? { before: tiers[`${from}`], after: tiers[`${to}`] } : {},
    now: NOW,
  };
  return policy.loosenings(change as unknown as PolicyChange);
}

function stateOf(of: string, member: string, value: unknown): object {
  const one = { ...bases[of], [member]: valueOf(of, member, value) };
  if (of === 'chain') return { ...bases.platform, chains: [one] };
  if (of === 'settings') return { ...bases.platform, settings: one };
  if (of === 'override') return { ...bases.user, overrides: [one] };
  if (of === 'destination') return { ...bases.user, destinations: [one] };
  return one;
}

function valueOf(of: string, member: string, value: unknown): unknown {
  if (member === 'limit') return limitOf(`${value}`);
  if (member === 'limits') {
    const limits = (value as readonly string[]).map(limitOf);
    return of === 'chain' ? limits : onGold(limits);
  }
  if (Array.isArray(value)) {
    const item = { chains: chain, overrides: override, destinations: destination }[member] ?? {};
    return value.map(() => item);
  }
  return member === 'tier' && value === 'none' ? null : value;
}

function onGold(limits: readonly Limit[]): readonly object[] {
  return limits.length === 0 ? [] : [{ chainId: 'gold', limits }];
}

function tierOf(tierId: string, members: object): object {
  return { ...bases.tier, tierId, coolingOffMs: 0, rearmMs: 0, ...members };
}
