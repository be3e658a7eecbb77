import { z } from 'zod';
import { compareAmounts } from './amount';
import { unchanged, type Change } from './change';
import { fault } from './faults';
import { amount, chainId, parsed, time } from './fields';
import { changedUser, existing, type User } from './user';

/** The ledger's word on what a user has on a chain. */
export interface Balance {
  readonly chainId: string;
  readonly amount: string;
  /** ms UTC: when the ledger knew it. */
  readonly asOf: number;
  /** ms UTC by our clock, never later than the push: what is settled from then on is not in the amount. */
  readonly countedFrom: number;
}

const MAX_BALANCES = 200;
/** How far ahead of our clock a ledger's as-of time may lie. */
const CLOCK_SKEW_MS = 5 * 60_000;

const push = z.strictObject({ chainId, amount, asOf: time });

/** An older as-of never replaces a newer one. */
export function pushBalance(state: User | undefined, input: unknown, now: number): Change<User> {
  const pushed = parsed(push, input);
  const data: Balance = { ...pushed, countedFrom: Math.min(pushed.asOf, now) };
  const user = existing(state);
  if (data.asOf > now + CLOCK_SKEW_MS) {
    throw fault('invalid', { details: ['asOf: must not lie in the future'] });
  }
  const before = balanceOf(user, data.chainId);
  if (before === undefined && user.balances.length >= MAX_BALANCES)
    throw fault('exhausted', { message: `at most ${MAX_BALANCES} balances` });
  if (before !== undefined && before.asOf > data.asOf) {
    throw fault('conflict', { message: 'a newer balance is stored' });
  }
  if (before?.asOf === data.asOf && compareAmounts(before.amount, data.amount) === 0) return unchanged(user);
  return changedUser(user, { type: 'balance.pushed', data });
}

export const balanceOf = (user: User, id: string): Balance | undefined =>
  user.balances.find((balance) => balance.chainId === id);
