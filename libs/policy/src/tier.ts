import { z } from 'zod';
import { changedBy, unchanged, type Change } from './change';
import { fault } from './faults';
import { duration, parsed, tierId } from './fields';
import { chainLimits, checkedLimits, type ChainLimits } from './limit';

/** The middle layer: what holds for every user of one kind. It narrows what the platform allows, never widens it. */
export interface Tier {
  readonly schema: 2;
  /** Number of the last event. */
  readonly seq: number;
  readonly tierId: string;
  readonly frozen: boolean;
  /**
   * `permit`: only a registered operation is answered, with its exact amount. `budget`: a read without a permit is
   * answered with what is left; weaker, because two reads at once are told of the same headroom.
   */
  readonly mode: 'permit' | 'budget';
  /** Applies together with the platform's: the longer wins, ms. */
  readonly coolingOffMs: number;
  /** Applies together with the platform's: the longer wins, ms. */
  readonly rearmMs: number;
  /** Ordered by chainId. */
  readonly limits: readonly ChainLimits[];
}

type Rules = Pick<Tier, 'mode' | 'coolingOffMs' | 'rearmMs'>;

export type TierEvent =
  | { readonly type: 'tier.created'; readonly data: Rules & Pick<Tier, 'tierId'> }
  | { readonly type: 'tier.changed'; readonly data: Rules }
  | { readonly type: 'limits.set'; readonly data: ChainLimits }
  | { readonly type: 'tier.frozen' | 'tier.unfrozen'; readonly data: Record<string, never> };

const MAX_CHAINS = 200;

export function evolveTier(state: Tier | undefined, event: TierEvent): Tier {
  if (event.type === 'tier.created') {
    const { tierId: id, mode, coolingOffMs, rearmMs } = event.data;
    return { schema: 2, seq: 1, tierId: id, frozen: false, mode, coolingOffMs, rearmMs, limits: [] };
  }
  const before = existingTier(state);
  const tier = { ...before, seq: before.seq + 1 };
  switch (event.type) {
    case 'tier.changed':
      return { ...tier, ...event.data };
    case 'limits.set':
      return { ...tier, limits: withLimits(tier.limits, event.data) };
    case 'tier.frozen':
    case 'tier.unfrozen':
      return { ...tier, frozen: event.type === 'tier.frozen' };
  }
}

const changed = changedBy(evolveTier);

const YEAR_MS = 365 * 24 * 60 * 60_000;
const rules = {
  mode: z.enum(['permit', 'budget'], 'must be permit or budget').optional(),
  coolingOffMs: duration(0, YEAR_MS).optional(),
  rearmMs: duration(0, YEAR_MS).optional(),
};
const create = z.strictObject({ tierId, ...rules });

/** Without rules of its own a tier is in permit mode and adds nothing to the platform's cooling-off. */
export function createTier(state: Tier | undefined, input: unknown): Change<Tier> {
  const command = parsed(create, input);
  if (state !== undefined) throw fault('already_exists', { message: 'this tier exists' });
  const { mode = 'permit', coolingOffMs = 0, rearmMs = 0 } = command;
  const data = { tierId: command.tierId, mode, coolingOffMs, rearmMs };
  return changed(state, { type: 'tier.created', data });
}

const change = z.strictObject(rules);

/** Changes what is given, keeps the rest. */
export function changeTier(state: Tier | undefined, input: unknown): Change<Tier> {
  const command = parsed(change, input);
  const tier = existingTier(state);
  const { mode = tier.mode, coolingOffMs = tier.coolingOffMs, rearmMs = tier.rearmMs } = command;
  if (mode === tier.mode && coolingOffMs === tier.coolingOffMs && rearmMs === tier.rearmMs)
    return unchanged(tier);
  return changed(tier, { type: 'tier.changed', data: { mode, coolingOffMs, rearmMs } });
}

/** Replaces all limits of this tier on one chain; an empty list leaves the platform's alone. */
export function setTierLimits(state: Tier | undefined, input: unknown): Change<Tier> {
  const command = parsed(chainLimits, input);
  const tier = existingTier(state);
  const data = { chainId: command.chainId, limits: checkedLimits(command.limits) };
  refuseTooManyChains(tier.limits, data);
  if (sameLimits(tier.limits, data)) return unchanged(tier);
  return changed(tier, { type: 'limits.set', data });
}

export function freezeTier(state: Tier | undefined, frozen: boolean): Change<Tier> {
  const tier = existingTier(state);
  if (tier.frozen === frozen) return unchanged(tier);
  return changed(tier, { type: frozen ? 'tier.frozen' : 'tier.unfrozen', data: {} });
}

export function existingTier(state: Tier | undefined): Tier {
  if (state === undefined) throw fault('not_found', { message: 'no such tier' });
  return state;
}

/** In order of chainId; a chain without limits is left out. */
export function withLimits(all: readonly ChainLimits[], one: ChainLimits): readonly ChainLimits[] {
  const others = all.filter(({ chainId }) => chainId !== one.chainId);
  if (one.limits.length === 0) return others;
  return [...others, one].sort((a, b) => (a.chainId < b.chainId ? -1 : 1));
}

export const sameLimits = (all: readonly ChainLimits[], one: ChainLimits): boolean =>
  JSON.stringify(all.find(({ chainId }) => chainId === one.chainId)?.limits ?? []) ===
  JSON.stringify(one.limits);

export function refuseTooManyChains(all: readonly ChainLimits[], one: ChainLimits): void {
  if (withLimits(all, one).length > MAX_CHAINS) {
    throw fault('exhausted', { message: `at most ${MAX_CHAINS} chains can have limits` });
  }
}
