/**
 * A user with as much in it as the requirement names: limits of every kind over three layers, 100 destinations, 500 open
 * holds and the history of 100,000 settlements in a month, all on one chain, where every one of them is looked at. Holds
 * are placed by decisions; the history is recorded directly, because only its shape matters here (curve.ts settles).
 */
import {
  addDestination,
  changeSettings,
  createTier,
  createUser,
  decideRead,
  enableChain,
  pushBalance,
  recorded,
  registerPermit,
  setTierLimits,
  setUserLimits,
  type History,
  type Platform,
  type Tier,
  type User,
} from '@countersign/policy';

export interface Outer {
  readonly platform: Platform;
  readonly tier: Tier;
}

export const CHAIN = 'sol';
export const NOW = Date.UTC(2026, 6, 15, 12);
const UID = 'ada@example.test';
const TIER = 'business';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MONTH_MS = 30 * DAY_MS;

export const platformLimits: readonly object[] = [
  { kind: 'transaction', max: '100' },
  { kind: 'calendar', unit: 'month', zone: 'UTC', max: '100000000' },
  { kind: 'lifetime', max: '900000000' },
];
export const tierLimits: readonly object[] = [
  { kind: 'sliding', ms: DAY_MS, max: '10000000' },
  { kind: 'sliding', ms: 7 * DAY_MS, measure: 'count', max: '1000000' },
  { kind: 'calendar', unit: 'week', zone: 'Europe/Berlin', max: '50000000' },
];
export const destinationLimit = { kind: 'sliding', ms: DAY_MS, max: '10000000', perDestination: true };
export const userLimits: readonly object[] = [
  { kind: 'sliding', ms: HOUR_MS, measure: 'count', max: '100000' },
  { kind: 'calendar', unit: 'day', zone: 'America/New_York', measure: 'count', max: '500000' },
  { kind: 'share', max: '0.9' },
];

export function outerLayers(
  limits: { readonly platform: readonly object[]; readonly tier: readonly object[] },
  mode: Tier['mode'],
): Outer {
  const { state } = enableChain(undefined, { chainId: CHAIN, family: 'exact', limits: limits.platform });
  const platform = changeSettings(state, { coolingOffMs: 0 }).state;
  const created = createTier(undefined, { tierId: TIER, mode }).state;
  return { platform, tier: setTierLimits(created, { chainId: CHAIN, limits: limits.tier }).state };
}

/** A user of that tier with a balance and destinations, who never did anything. */
export function newcomer(outer: Outer, destinations: number): User {
  let user = createUser(undefined, { uid: UID, role: 'signer', tier: TIER, credentials: false }).state;
  for (let index = 0; index < destinations; index += 1) {
    const entry = { chainId: CHAIN, address: addressOf(index), label: '' };
    user = addDestination(user, entry, outer, NOW).state;
  }
  return pushBalance(user, { chainId: CHAIN, amount: '1000000000', asOf: NOW }, NOW).state;
}

export const withUserLimits = (user: User, limits: readonly object[]): User =>
  setUserLimits(user, { chainId: CHAIN, limits }).state;

export const withPermit = ({ platform }: Outer, user: User, id: string, index: number): User =>
  registerPermit(
    user,
    {
      kind: 'transfer',
      chainId: CHAIN,
      address: addressOf(index),
      amount: amountOf(index),
      lifetimeMs: HOUR_MS,
    },
    id,
    platform,
    NOW,
  ).state;

/** Throws when a hold that should have been placed was not. */
export function withHolds(outer: Outer, user: User, holds: number, destinations: number): User {
  let state = user;
  for (let index = 0; index < holds; index += 1) {
    const id = `held-${index}`;
    const registered = withPermit(outer, state, id, index % destinations);
    const { rule, state: held } = decideRead({ ...outer, user: registered, referenceId: id, now: NOW });
    if (rule !== 'granted') throw new Error(`a hold was not placed: ${rule}`);
    state = held;
  }
  return state;
}

/** As if so many operations had been settled, evenly over the month that ends now. */
export function withMonth(user: User, settled: number, destinations: number): User {
  const address = (index: number) => ({ address: addressOf(index), tag: null });
  const each = Math.floor(settled / destinations);
  return {
    ...user,
    usage: [
      {
        chainId: CHAIN,
        history: month(settled, 1),
        destinations: Array.from({ length: destinations }, (_, index) => ({
          ...address(index),
          // As coarse as the bound on all of them together makes them.
          history: month(each, 8),
        })),
      },
    ],
  };
}

function month(settled: number, coarseness: number): History {
  let history: History = [];
  for (let index = 0; index < settled; index += 1) {
    const at = NOW - MONTH_MS + Math.floor((index / settled) * MONTH_MS);
    history = recorded(history, at, amountOf(index), [], coarseness);
  }
  return history;
}

const addressOf = (index: number): string => `destination-${index}`;

const amountOf = (index: number): string => `${1 + (index % 9)}.${String(index % 1000).padStart(3, '0')}`;
