import type { PolicyEvent } from './change';
import { settlementContext } from './headroom';
import { permitOf, type SettlementContext } from './permit';
import type { Platform } from './platform';
import { backtest, evolve, isDecision, type Difference, type Draft, type Surroundings } from './replay';
import type { Tier } from './tier';
import type { User } from './user';

/** ms UTC: the draft is in force from `since` on; the replay ends before `until`. */
export interface ReplayPeriod {
  readonly since: number;
  readonly until: number;
}

/** One event of the user, with when it happened. */
export interface PastEvent extends PolicyEvent {
  readonly at: number; // ms UTC
}

/** What the draft would have granted and history did not: carried out, at the latest when its permit expired. */
interface Supposed {
  readonly id: string;
  readonly chainId: string;
  readonly amount: string;
  readonly expiresAt: number;
}

/**
 * Replays one user's history with a draft put in force at `since`. Freezes are not policy but what somebody did, so they
 * stay as they were. What follows from other decisions follows, in both directions: what the draft refuses takes no
 * headroom from later operations, and what it grants is taken to have been carried out and does.
 *
 * What was settled is counted with what the draft's limits need of it (calendar periods, single destinations), which
 * history recorded only for the limits of its own time.
 */
export function replayUnderDraft(draft: Draft, { since, until }: ReplayPeriod) {
  const replay = backtest({});
  let recorded: User | undefined;
  let latest: Surroundings | undefined;
  const supposed = new Map<string, Supposed>();

  function next(event: PastEvent, surroundings: Surroundings): Difference | undefined {
    if (event.at >= until) return undefined;
    if (isDecision(event))
      latest = event.at < since ? surroundings : underDraft(surroundings, event.data.tierId);
    carryOut(event.at);
    forget(event);
    const fact = { type: event.type, data: event.data };
    const before = recorded;
    recorded = evolve('user', recorded, fact);
    const difference = replay.next(counted(fact, event.at, before), latest ?? NOTHING);
    if (difference?.was.outcome === 'refused' && difference.would.outcome === 'granted') {
      suppose(difference.was.referenceId);
    }
    return difference;
  }

  function underDraft({ platform, tier, machine }: Surroundings, tierId: string | null): Surroundings {
    const wasFrozen = (id: string) => platform?.chains.find(({ chainId }) => chainId === id)?.frozen ?? false;
    const outer = draft.platform && {
      ...draft.platform,
      frozen: platform?.frozen ?? false,
      chains: draft.platform.chains.map((chain) => ({ ...chain, frozen: wasFrozen(chain.chainId) })),
    };
    const own = drafted(tierId);
    return {
      platform: outer ?? platform,
      tier: own === undefined ? tier : { ...own, frozen: tier?.frozen ?? false },
      machine,
    };
  }

  function drafted(tierId: string | null) {
    const tiers = draft.tiers ?? {};
    return tierId !== null && Object.hasOwn(tiers, tierId) ? tiers[tierId] : undefined;
  }

  function suppose(id: string): void {
    const permit = recorded && permitOf(recorded, id);
    if (permit === undefined) return;
    const { chainId, amount, expiresAt } = permit;
    supposed.set(id, { id, chainId, amount, expiresAt });
  }

  /** History has its own word on it from here on. */
  function forget({ type, data }: PolicyEvent): void {
    if (type === 'permit.held') supposed.delete((data as { readonly referenceId: string }).referenceId);
    if (type === 'permit.settled' || type === 'permit.released') {
      supposed.delete((data as { readonly id: string }).id);
    }
  }

  function carryOut(now: number): void {
    for (const { id, chainId, amount, expiresAt: at } of supposed.values()) {
      if (at > now) continue;
      supposed.delete(id);
      const data = { id, at, amount, by: 'backtest', over: '0', ...contextOf(chainId, at) };
      replay.next({ type: 'permit.settled', data }, latest ?? NOTHING);
    }
  }

  function counted(event: PolicyEvent, at: number, before: User | undefined): PolicyEvent {
    if (event.type !== 'permit.settled') return event;
    const data = event.data as SettlementContext & { readonly id: string };
    const permit = before && permitOf(before, data.id);
    if (permit === undefined) return event;
    const { boundaries, perDestination } = contextOf(permit.chainId, at);
    const all = [...new Set([...data.boundaries, ...boundaries])].sort((a, b) => a - b);
    return {
      type: event.type,
      data: { ...data, boundaries: all, perDestination: data.perDestination || perDestination },
    };
  }

  function contextOf(chainId: string, at: number): SettlementContext {
    const platform = draft.platform ?? latest?.platform;
    if (recorded === undefined || platform === undefined)
      return { boundaries: [], perDestination: false, unheld: false };
    const own = recorded.tier === null ? undefined : (drafted(recorded.tier) ?? latest?.tier);
    return settlementContext({ platform, tier: own, user: recorded }, chainId, at);
  }

  return { next };
}

const NOTHING: Surroundings = { platform: undefined, tier: undefined, machine: undefined };

/** What a draft changes of `before` that no decision depends on, or that was settled when it happened. */
export function notReplayed(
  draft: Draft,
  before: { readonly platform: Platform | undefined; readonly tiers: readonly Tier[] },
): readonly string[] {
  const settings = [
    'coolingOffMs',
    'rearmMs',
    'suspectAfterMs',
    'loosening',
    'looseningDelayMs',
    'approvalLifetimeMs',
  ] as const;
  const rules = ['coolingOffMs', 'rearmMs'] as const;
  const was = before.platform?.settings;
  return [
    ...settings
      .filter((name) => draft.platform !== undefined && draft.platform.settings[name] !== was?.[name])
      .map((name) => `platform.settings.${name}`),
    ...Object.values(draft.tiers ?? {}).flatMap((tier) => {
      const old = before.tiers.find(({ tierId }) => tierId === tier.tierId);
      return rules
        .filter((name) => tier[name] !== (old?.[name] ?? 0))
        .map((name) => `tiers.${tier.tierId}.${name}`);
    }),
  ];
}
