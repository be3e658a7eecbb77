import type { InForce, Limit, Override } from './limits';

/** What the model knows, as plain lists: nothing is summed up and nothing is dropped. Times are ms UTC. */

/** One state of an aggregate that others rest on, with the place of its event in the log. `seq` counts from 1. */
export interface Version<S> {
  readonly seq: number;
  readonly position: number;
  readonly state: S;
}

export interface Settings {
  readonly balanceMaxAgeMs: number;
  readonly coolingOffMs: number;
  readonly rearmMs: number;
  readonly suspectAfterMs: number;
  readonly loosening: 'alone' | 'approved';
}

/** A layer's limits on one chain; `since` says from when each calendar window has been asked for without a break. */
export interface LimitList {
  readonly limits: readonly Limit[];
  readonly since: ReadonlyMap<string, number>;
}

export interface Platform {
  readonly frozen: boolean;
  readonly chains: ReadonlyMap<string, LimitList & { readonly frozen: boolean }>;
  readonly settings: Settings;
}

export interface Tier {
  readonly frozen: boolean;
  readonly mode: 'permit' | 'budget';
  readonly coolingOffMs: number;
  readonly rearmMs: number;
  readonly limits: ReadonlyMap<string, LimitList>;
}

export interface Machine {
  readonly uid: string;
  readonly status: string;
  readonly frozen: boolean;
}

/** What about a user may be looked at from several places in time. */
export interface Standing {
  readonly status: string;
  readonly frozen: boolean;
  readonly tier: string | null;
}

export interface Place {
  readonly chainId: string;
  readonly address: string;
  readonly tag: string | null;
}

export interface Destination extends Place {
  readonly addedAt: number;
  usableFrom: number;
  readonly expiresAt: number | null;
}

export interface Permit extends Place {
  readonly id: string;
  readonly uid: string;
  readonly amount: bigint;
  readonly amountText: string;
  readonly expiresAt: number;
  held: {
    readonly at: number;
    readonly position: number;
    readonly decisionId: string;
    readonly caps: readonly InForce[];
  } | null;
  suspected: boolean;
  /** Expired unread when another was registered: nobody has to know it any more. */
  forgotten: boolean;
  ended: { readonly how: 'settled' | 'released'; readonly at: number; readonly position: number } | null;
  /** Whether its settlement was kept for its destination as well. */
  perDestination: boolean;
}

export interface Settlement {
  readonly at: number;
  readonly amount: bigint;
  readonly address: string;
  readonly tag: string | null;
  readonly perDestination: boolean;
}

/**
 * `countedFrom` is the as-of time or the time of the push, whichever was first. The ledger's clock may be ahead, and what
 * was settled after the push is not in the amount, whatever time the ledger thought it was.
 */
export interface Balance {
  readonly amount: bigint;
  readonly asOf: number;
  readonly countedFrom: number;
}

export interface User {
  readonly uid: string;
  readonly standing: Version<Standing>[];
  readonly tierSince: { at: number };
  limits: ReadonlyMap<string, LimitList>;
  overrides: readonly Override[];
  destinations: Destination[];
  readonly balances: Map<string, Balance>;
  readonly permits: Map<string, Permit>;
  /** Open holds, by permit id. */
  readonly holds: Map<string, Permit>;
  /** By chain. */
  readonly settlements: Map<string, Settlement[]>;
  /** Chains on which settlements are kept for their destination as well. */
  readonly counting: Set<string>;
  /** Places in the log at which something other than its standing, balances and permits changed. */
  readonly changedAt: number[];
}

export const isSamePlace = (a: Place, b: Place): boolean =>
  a.chainId === b.chainId && a.address === b.address && a.tag === b.tag;
