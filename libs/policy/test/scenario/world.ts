import { createHash } from 'node:crypto';
import type {
  Change,
  Machine,
  Notification,
  Platform,
  PolicyEvent,
  ReadDecision,
  Tier,
  UpdateRules,
  User,
} from '../../src';
import type { Policy } from './policy';

/**
 * The smallest engine there can be: it keeps the states, applies one change after the other and keeps every event. What
 * it does around the policy core is what apps/engine does, without a store, a network and a race.
 */
export interface World {
  readonly policy: Policy;
  now: number;
  platform: Platform | undefined;
  tier: Tier | undefined;
  user: User | undefined;
  machine: Machine | undefined;
  readonly notifications: Map<string, Notification>;
  readonly logs: Map<string, PolicyEvent[]>;
  readonly decisions: Recorded[];
}

/** A decision with the states it rested on. */
export interface Recorded {
  readonly user: User;
  readonly platform: Platform | undefined;
  readonly tier: Tier | undefined;
  readonly machine: Machine | undefined;
  readonly made: ReadDecision;
}

export const createWorld = (policy: Policy, now: number): World => ({
  policy,
  now,
  platform: undefined,
  tier: undefined,
  user: undefined,
  machine: undefined,
  notifications: new Map(),
  logs: new Map(),
  decisions: [],
});

export function commitPlatform(world: World, change: Change<Platform>): readonly PolicyEvent[] {
  world.platform = change.state;
  return logged(world, 'platform', change.events);
}

export function commitTier(world: World, change: Change<Tier>): readonly PolicyEvent[] {
  world.tier = change.state;
  return logged(world, 'tier', change.events);
}

export function commitUser(world: World, change: Change<User>): readonly PolicyEvent[] {
  world.user = change.state;
  return logged(world, 'user', change.events);
}

export function commitMachine(world: World, change: Change<Machine>): readonly PolicyEvent[] {
  world.machine = change.state;
  return logged(world, 'machine', change.events);
}

/** `user` undefined: somebody nobody knows. */
export function read(
  world: World,
  referenceId: string,
  by: { readonly user: User | undefined; readonly machine?: Machine | undefined } = world,
  asMachine = false,
): ReadDecision {
  const { policy, platform, tier, now } = world;
  const { user } = by;
  const machine = asMachine ? by.machine : undefined;
  const made = policy.decideRead({
    platform,
    tier,
    user,
    ...(machine && { machine }),
    referenceId,
    now,
  });
  if (user !== undefined) world.decisions.push({ user, platform, tier, machine, made });
  commitUser(world, made);
  return made;
}

export function settle(
  world: World,
  id: string,
  amount: string | null,
  by = 'ledger',
): readonly PolicyEvent[] {
  const { policy, user, now } = world;
  const permit = user && policy.permitOf(user, id);
  const context = contextOf(world, permit?.chainId ?? '');
  return commitUser(world, policy.settlePermit(user, { id, amount, by }, context, now));
}

export function release(world: World, id: string, by = 'ledger'): readonly PolicyEvent[] {
  return commitUser(world, world.policy.releasePermit(world.user, { id, by }, world.now));
}

/** As the engine takes an `/update`: kept once, matched once, its effect applied as often as it is told. */
export function receive(
  world: World,
  rules: UpdateRules,
  raw: string,
): { readonly outcome: string; readonly events: readonly PolicyEvent[] } {
  const { policy, now, user } = world;
  const { canonical, uid, destination, value } = policy.readPayload(raw);
  const digest = createHash('sha256').update(canonical).digest('hex');
  const owner = uid !== null && uid === user?.uid ? user : undefined;
  const known = world.notifications.get(digest);
  let notification = known;
  if (notification === undefined) {
    const classified = policy.matchNotification(policy.classifyUpdate(rules, value), destination, owner);
    const change = policy.receiveNotification({ raw, digest, uid, now, classified });
    notification = change.state;
    logged(world, `notification ${digest}`, change.events);
    world.notifications.set(digest, notification);
  }
  const change =
    owner && policy.applyNotification(owner, notification, (chainId) => contextOf(world, chainId), now);
  const events = change === undefined ? [] : commitUser(world, change);
  return { outcome: known === undefined ? notification.classified.outcome : 'duplicate', events };
}

/** Throws unless every state is, byte for byte, what its events make of nothing. */
export function expectReplay(world: World): void {
  const { policy, platform, tier, user, machine, notifications } = world;
  const states = [
    ['platform', 'platform', platform],
    ['tier', 'tier', tier],
    ['user', 'user', user],
    ['machine', 'machine', machine],
    ...[...notifications].map(([digest, one]) => ['notification', `notification ${digest}`, one] as const),
  ] as const;
  for (const [kind, id, state] of states) {
    const events = world.logs.get(id) ?? [];
    if (state === undefined || events.length === 0) continue;
    const stored = JSON.parse(JSON.stringify(events)) as PolicyEvent[];
    const rebuilt = stored.reduce<unknown>(
      (before, event) => policy.evolve(kind, before as never, event),
      undefined,
    );
    expect(JSON.stringify(rebuilt)).toBe(JSON.stringify(policy.replayable(kind, state as never)));
    expect((rebuilt as { readonly seq: number }).seq).toBe(events.length);
  }
}

/** Throws unless every decision, made again from the states it rested on, is the same to the byte, and its reply too. */
export function expectRecomputed(world: World): void {
  for (const { user, platform, tier, machine, made } of world.decisions) {
    if (made.decision === null) continue;
    const again = world.policy.decideAgain(user, made.decision, { platform, tier, machine });
    expect(JSON.stringify(again)).toBe(JSON.stringify(made));
    expect(made.decision).toMatchObject({
      revisions: {
        user: user.seq,
        platform: platform?.seq,
        tier: (user.tier === null ? undefined : tier)?.seq ?? null,
        machine: machine?.seq ?? null,
      },
    });
  }
}

function contextOf({ policy, platform, tier, user, now }: World, chainId: string) {
  if (platform === undefined || user === undefined)
    return { boundaries: [], perDestination: false, unheld: false };
  return policy.settlementContext({ platform, tier, user }, chainId, now);
}

function logged(world: World, id: string, events: readonly PolicyEvent[]): readonly PolicyEvent[] {
  const log = world.logs.get(id);
  if (log === undefined) world.logs.set(id, [...events]);
  else log.push(...events);
  return events;
}
