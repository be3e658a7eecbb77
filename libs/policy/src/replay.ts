import type { Change, PolicyEvent } from './change';
import type { Decision } from './decision';
import { evolveCheckpoint, type Checkpoint, type CheckpointEvent } from './checkpoint';
import { fault } from './faults';
import { evolveMachine, type Machine, type MachineEvent } from './machine';
import { evolveNotification, type Notification, type NotificationEvent } from './notification';
import { completed, evolvePlatform, type Platform, type PlatformEvent } from './platform';
import {
  evolvePolicyRecord,
  type PolicyRecord,
  type PolicyVersionEvent,
  type PublicationEvent,
} from './policy-version';
import { evolveProposedChange, type ProposedChange, type ProposedChangeEvent } from './proposed-change';
import { decideRead, type ReadDecision } from './read';
import { evolveTier, type Tier, type TierEvent } from './tier';
import { evolveUser, withoutCredentials, type User, type UserEvent } from './user';

/**
 * States from events alone. Every state that was ever committed is what its events make of nothing, byte for byte, but
 * for what may be in no event: a user's credentials and a notification's payload, which are left empty on both sides.
 */
export interface States {
  readonly platform: Platform;
  readonly tier: Tier;
  readonly user: User;
  readonly machine: Machine;
  readonly notification: Notification;
  readonly change: ProposedChange;
  readonly policy: PolicyRecord;
  readonly checkpoint: Checkpoint;
}
export type AggregateKind = keyof States;

const evolvers: {
  readonly [K in AggregateKind]: (state: States[K] | undefined, event: PolicyEvent) => States[K];
} = {
  platform: (state, event) => evolvePlatform(state, event as PlatformEvent),
  tier: (state, event) => evolveTier(state, event as TierEvent),
  user: (state, event) => evolveUser(state, event as UserEvent),
  machine: (state, event) => evolveMachine(state, event as MachineEvent),
  notification: (state, event) => evolveNotification(state, event as NotificationEvent),
  change: (state, event) => evolveProposedChange(state, event as ProposedChangeEvent),
  policy: (state, event) => evolvePolicyRecord(state, event as PolicyVersionEvent | PublicationEvent),
  checkpoint: (state, event) => evolveCheckpoint(state, event as CheckpointEvent),
};

/** One event further. Throws Fault `invalid` for an event of a type this version does not know. */
export function evolve<K extends AggregateKind>(
  kind: K,
  state: States[K] | undefined,
  event: PolicyEvent,
): States[K] {
  const next = evolvers[kind](state, event) as States[K] | undefined;
  if (next === undefined) throw fault('invalid', { message: `no ${kind} event is of type ${event.type}` });
  return next;
}

/**
 * A stored state without what no event may hold, and with what did not exist when it was stored; what `evolve` makes of
 * its events is the same text.
 */
export function replayable<K extends AggregateKind>(kind: K, state: States[K]): States[K] {
  if (kind === 'user') return withoutCredentials(state as User) as States[K];
  if (kind === 'notification') return { ...state, raw: '' };
  if (kind === 'platform') {
    const platform = state as Platform;
    return { ...platform, settings: completed(platform.settings) } as unknown as States[K];
  }
  return state;
}

/** The outer states that a decision rested on, as they were. */
export interface Surroundings {
  readonly platform: Platform | undefined;
  readonly tier: Tier | undefined;
  readonly machine: Machine | undefined;
}

export const isDecision = (event: PolicyEvent): event is PolicyEvent & { readonly data: Decision } =>
  event.type === 'permit.held' || event.type === 'read.refused' || event.type === 'read.budgeted';

/** Decides again what was decided, from the states it rested on; its event is the recorded one, byte for byte. */
export const decideAgain = (
  user: User,
  recorded: Pick<Decision, 'referenceId' | 'at'>,
  { platform, tier, machine }: Surroundings,
): ReadDecision =>
  decideRead({
    platform,
    tier,
    user,
    ...(machine && { machine }),
    referenceId: recorded.referenceId,
    now: recorded.at,
  });

/** A policy that is not in force: what it replaces, entirely. */
export interface Draft {
  readonly platform?: Platform;
  /** By tier id. */
  readonly tiers?: Readonly<Record<string, Tier>>;
}

export interface Difference {
  readonly uid: string;
  readonly at: number; // ms UTC
  /** The decision as it was. */
  readonly was: Decision;
  /** What the draft would have made of it. */
  readonly would: Decision;
}

export interface Backtest {
  /** Takes the user's next event; tells the difference when it was a decision the draft would have made otherwise. */
  next(event: PolicyEvent, surroundings: Surroundings): Difference | undefined;
}

/**
 * Replays one user's history under a draft: decisions are made anew, and what follows from them follows: an operation
 * the draft would have refused places no hold and is never settled, so it takes no headroom from later ones. What only
 * the draft grants is held until the caller says how it would have ended: history does not know.
 */
export function backtest(draft: Draft): Backtest {
  let user: User | undefined;
  const neverHeld = new Set<string>();
  const missing = (event: PolicyEvent): boolean =>
    (event.type === 'permit.settled' || event.type === 'permit.released') &&
    neverHeld.has((event.data as { readonly id: string }).id);
  return {
    next(event, surroundings) {
      if (!isDecision(event) || user === undefined) {
        if (!missing(event)) user = evolve('user', user, event);
        return undefined;
      }
      const was = event.data;
      const drafted = Object.hasOwn(draft.tiers ?? {}, was.tierId ?? '')
        ? draft.tiers?.[was.tierId ?? '']
        : undefined;
      const tier = drafted ?? surroundings.tier;
      const platform = draft.platform ?? surroundings.platform;
      const again: Change<User> & Pick<ReadDecision, 'decision'> = decideAgain(user, was, {
        ...surroundings,
        platform,
        tier,
      });
      user = again.state;
      const would = again.decision;
      if (was.outcome === 'granted' && would?.outcome === 'refused') neverHeld.add(was.referenceId);
      if (would === null || isSameAnswer(was, would)) return undefined;
      return { uid: was.uid, at: was.at, was, would };
    },
  };
}

const isSameAnswer = (a: Decision, b: Decision): boolean =>
  a.outcome === b.outcome && JSON.stringify(a.budget) === JSON.stringify(b.budget);
