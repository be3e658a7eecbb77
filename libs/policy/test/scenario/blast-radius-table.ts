import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Tier, User, World } from '../../src';
import { limitsOf } from './limit-text';
import type { Policy } from './policy';
import { durationOf } from './time-text';

/** tables/blast-radius.yaml, run. */
interface Row {
  readonly case: string;
  readonly limits: string;
  readonly given?: readonly string[];
  readonly hour: number;
  readonly day: number;
  readonly week: number;
}

export const radii = parse(
  readFileSync(join(__dirname, '../tables/blast-radius.yaml'), 'utf8'),
) as readonly Row[];

const NOW = Date.UTC(2026, 0, 7, 12);
const CHAIN = 'gold';

/** Throws unless the row's three numbers are told. */
export function runRadius(policy: Policy, row: Row): void {
  const world = (row.given ?? []).reduce((so, text) => stated(policy, so, text), start(policy, row.limits));
  const told = Object.entries(policy.HORIZONS).map(([horizon, ms]) => [
    horizon,
    Number(policy.couldLeave(world, CHAIN, NOW, ms)),
  ]);
  expect(Object.fromEntries(told)).toEqual({ hour: row.hour, day: row.day, week: row.week });
}

export function runRadii(policy: Policy): void {
  for (const row of radii) runRadius(policy, row);
}

function start(policy: Policy, limits: string): World & { readonly tier: Tier } {
  const { state } = policy.enableChain(undefined, { chainId: CHAIN, limits: limitsOf('1 ever') });
  const platform = {
    ...state,
    chains: state.chains.map((chain) => ({ ...chain, limits: limitsOf(limits) })),
  };
  const user = {
    ...policy.createUser(undefined, { uid: 'u', role: 'signer', tier: 't', credentials: false }).state,
    destinations: [placeOf(0)],
    balances: [{ chainId: CHAIN, amount: '1000', asOf: NOW, countedFrom: NOW }],
  };
  return { platform, tier: policy.createTier(undefined, { tierId: 't' }).state, user };
}

const placeOf = (index: number): User['destinations'][number] => ({
  chainId: CHAIN,
  address: `place-${index}`,
  tag: null,
  label: '',
  addedAt: 0,
  usableFrom: 0,
  expiresAt: null,
  looksLike: null,
});

function stated(policy: Policy, world: ReturnType<typeof start>, text: string): ReturnType<typeof start> {
  const { platform, tier, user } = world;
  const [what = '', value = '', more = ''] = text.split(' ');
  const withUser = (members: Partial<User>) => ({ ...world, user: { ...user, ...members } });
  const later = (ago: string) => NOW + durationOf(ago.slice(1));
  if (value === 'frozen') {
    if (what === 'user') return withUser({ frozen: true });
    if (what === 'tier') return { ...world, tier: { ...tier, frozen: true } };
    if (what === 'platform') return { ...world, platform: { ...platform, frozen: true } };
    const chains = platform.chains.map((chain) => ({ ...chain, frozen: true }));
    return { ...world, platform: { ...platform, chains } };
  }
  switch (what) {
    case 'suspended':
      return withUser({ status: 'suspended' });
    case 'places':
      return withUser({ destinations: Array.from({ length: Number(value) }, (_, index) => placeOf(index)) });
    case 'usable':
      return withUser({ destinations: [{ ...placeOf(0), usableFrom: later(value) }] });
    case 'expires':
      return withUser({ destinations: [{ ...placeOf(0), expiresAt: later(value) }] });
    case 'balance': {
      // Told two hours ago, so that what was used since is not in it.
      const asOf = NOW - durationOf('2h');
      const balance = { chainId: CHAIN, amount: value, asOf, countedFrom: asOf };
      return withUser({ balances: value === 'none' ? [] : [balance] });
    }
    case 'override': {
      const [, limit = '', until = ''] = /^override (.+) until (\S+)$/.exec(text) ?? [];
      const [given] = limitsOf(limit);
      if (given === undefined) throw new Error(`no limit: ${text}`);
      return withUser({ overrides: [{ chainId: CHAIN, limit: given, expiresAt: later(until) }] });
    }
    case 'used':
    case 'held': {
      const at = what === 'used' ? NOW - durationOf(more) : NOW;
      const intent = {
        kind: 'transfer',
        chainId: CHAIN,
        amount: value,
        address: 'place-0',
        lifetimeMs: 60_000,
      };
      const { state } = policy.registerPermit(user, intent, 'p-1', platform, at);
      const hold = { at, decisionId: 'd', suspectedAt: null, perDestination: false };
      const held = { ...state, permits: state.permits.map((permit) => ({ ...permit, hold })) };
      if (what === 'held') return { ...world, user: held };
      const context = policy.settlementContext({ ...world, user: held }, CHAIN, at);
      return {
        ...world,
        user: policy.settlePermit(held, { id: 'p-1', by: 'ledger', amount: null }, context, at).state,
      };
    }
    default:
      throw new Error(`nothing is meant by ${text}`);
  }
}
