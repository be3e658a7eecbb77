import fc from 'fast-check';
import type { Limit, ReadDecision } from '../../src';
import { limitOf } from '../scenario/limit-text';
import type { Policy } from '../scenario/policy';
import { startingGame } from '../scenario/table';
import { instantOf } from '../scenario/time-text';
import { commitPlatform, commitTier, commitUser, read, release, settle, type World } from '../scenario/world';
import { seeded, type Property } from './run';
import { heldEver, movedIn, openOf, tenths, textOfTenths, type Op } from './truth';

/**
 * Settled and held never exceed a cap in any true window, whatever the order of reads, repeated reads, settlements (also
 * for less), releases and repeated messages. The truth is kept beside the engine: when an operation really moved, which
 * is at any time between its first granted read and its settlement. And the other way round: what a limit refuses would
 * have exceeded it, but for the 1 % by which merged history may err.
 */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const acts = [
  'ask',
  'ask',
  'ask',
  'again',
  'move',
  'settle',
  'settle',
  'less',
  'release',
  'repeat',
  'ledger',
] as const;
const step = fc.record({
  wait: fc.constantFrom(0, 0, 1, 1000, MINUTE, 20 * MINUTE, HOUR, 7 * HOUR, DAY),
  act: fc.constantFrom(...acts),
  pick: fc.nat(99),
  amount: fc.integer({ min: 1, max: 60 }),
  to: fc.constantFrom('vault', 'shop'),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** In order of length, so that caps that grow along the list are well-formed. */
const windows = ['per transaction', 'per 1m', 'per 1h', 'per 24h', 'per day in Europe/Berlin', 'ever'];
const longer = ['per transaction', 'per 1h', 'per week in UTC', 'per month from 31 in UTC', 'ever'];
const growing = (over: readonly string[], unit: string, each: string) =>
  fc
    .tuple(fc.subarray([...over]), fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 6, maxLength: 6 }))
    .map(([chosen, steps]) => {
      let max = unit === '' ? 40 : 1;
      return chosen.map((window, i) => {
        max += Math.ceil((steps[i] ?? 0) / (unit === '' ? 1 : 20));
        return limitOf(`${unit === '' ? textOfTenths(BigInt(max)) : `${max}${unit}`} ${window}${each}`);
      });
    });
/** Few at a time, so that each of them gets to decide. */
const layer = fc
  .tuple(
    fc.oneof(growing(windows, '', ''), growing(longer, '', '')),
    growing(windows, '', ' to each destination'),
    growing(windows.slice(1), ' operations', ''),
    fc.constant([limitOf('0.5 of balance')]),
    fc.constantFrom(1, 2, 4, 4, 8, 3, 6, 5, 12, 15),
  )
  .map(([amounts, each, counts, share, chosen]) =>
    [amounts, each, counts, share].flatMap((group, i) => ((chosen >> i) & 1 ? group : [])),
  );
const mostlyNone = fc.oneof(fc.constant([]), fc.constant([]), layer);

interface Course {
  readonly start: string;
  readonly platform: readonly Limit[];
  readonly tier: readonly Limit[];
  readonly user: readonly Limit[];
  readonly wealth: number;
  readonly steps: readonly Step[];
}
const course: fc.Arbitrary<Course> = fc.record({
  start: fc.constantFrom('01-01T00:00', '02-27T12:00', '03-28T20:00'),
  platform: layer,
  tier: mostlyNone,
  user: mostlyNone,
  wealth: fc.constantFrom(100, 400, 100_000),
  steps: fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }),
});

export const capsHold: Property = (policy, hurried = false) =>
  fc.assert(
    fc.property(course, (one) => follow(policy, one)),
    seeded(160, hurried),
  );

function follow(policy: Policy, { start, platform, tier, user, wealth, steps }: Course): void {
  const { world } = startingGame(policy);
  world.now = instantOf(start, world.now);
  const outermost = platform.length === 0 ? [limitOf('5 per transaction')] : platform;
  const on = { chainId: 'gold' };
  commitPlatform(world, policy.enableChain(world.platform, { ...on, limits: outermost }));
  commitTier(world, policy.setTierLimits(world.tier, { ...on, limits: tier }));
  commitUser(world, policy.setUserLimits(world.user, { ...on, limits: user }));
  const limits = [...outermost, ...tier, ...user];
  const ops: Op[] = [];
  const ledger = { amount: BigInt(wealth), asOf: world.now - 1 };
  push(world, ledger);
  for (const one of steps) {
    world.now += one.wait;
    take(world, ops, limits, one, ledger, BigInt(wealth));
    expect(movedIn(ops, { kind: 'lifetime' }, world.now, policy).amount).toBeLessThanOrEqual(BigInt(wealth));
  }
  for (const limit of limits) if (limit.kind !== 'share') expectNoWindowExceeds(policy, limit, ops);
}

interface Ledger {
  amount: bigint;
  asOf: number;
}

function take(
  world: World,
  ops: Op[],
  limits: readonly Limit[],
  { act, pick, amount, to }: Step,
  ledger: Ledger,
  wealth: bigint,
): void {
  const { policy, now } = world;
  const open = openOf(ops);
  const some = open[pick % Math.max(open.length, 1)];
  switch (act) {
    case 'ask': {
      const id = `p-${ops.length}`;
      const op: Op = { id, held: BigInt(amount), to, at: now, moved: null, recorded: null, ended: 'never' };
      const input = {
        kind: 'transfer',
        chainId: 'gold',
        amount: textOfTenths(op.held),
        address: to,
        lifetimeMs: DAY,
      };
      commitUser(world, policy.registerPermit(world.user, input, id, world.platform, now));
      const made = read(world, id);
      if (made.rule === 'granted') expectShares(limits, ops, op, ledger);
      if (made.rule === 'limit_exceeded') expectExceeded(policy, made, ops, op, ledger, now);
      ops.push(made.rule === 'granted' ? { ...op, ended: 'open' } : op);
      return;
    }
    case 'again': {
      const any = ops[pick % Math.max(ops.length, 1)];
      if (any === undefined) return;
      // What was refused before may fit by now.
      if (read(world, any.id).rule === 'granted' && any.ended === 'never') {
        any.ended = 'open';
        any.at = now;
        expectShares(limits, ops, any, ledger);
      }
      return;
    }
    case 'move':
      if (some !== undefined && some.moved === null) some.moved = { at: now, amount: some.held };
      return;
    case 'settle':
    case 'less': {
      if (some === undefined) return;
      const less = act === 'less' && some.held > 1n ? some.held / 2n : some.held;
      some.moved ??= { at: now, amount: less };
      settle(
        world,
        some.id,
        act === 'settle' && some.moved.amount === some.held ? null : textOfTenths(some.moved.amount),
      );
      some.ended = 'settled';
      some.recorded = now;
      return;
    }
    case 'release':
      if (some === undefined || some.moved !== null) return;
      release(world, some.id);
      some.ended = 'released';
      return;
    case 'repeat': {
      const any = ops[pick % Math.max(ops.length, 1)];
      if (any?.ended === 'settled') settle(world, any.id, null);
      if (any?.ended === 'released') release(world, any.id);
      return;
    }
    case 'ledger': {
      const gone = ops.filter(({ moved }) => moved !== null && moved.at < now);
      ledger.amount = gone.reduce((left, { moved }) => left - (moved?.amount ?? 0n), wealth);
      ledger.asOf = now - 1;
      push(world, ledger);
    }
  }
}

function push(world: World, { amount, asOf }: Ledger): void {
  const input = { chainId: 'gold', amount: textOfTenths(amount), asOf };
  commitUser(world, world.policy.pushBalance(world.user, input, world.now));
}

/** For the window that ends with each operation that moved: all windows with the most in them are such. */
function expectNoWindowExceeds(policy: Policy, limit: Limit, ops: readonly Op[]): void {
  const max = limit.measure === 'count' ? BigInt(limit.max) : tenths(limit.max);
  for (const last of ops) {
    if (last.moved === null) continue;
    const among = limit.perDestination ? ops.filter(({ to }) => to === last.to) : ops;
    const { amount, count } =
      limit.kind === 'transaction'
        ? { amount: last.moved.amount, count: 1n }
        : movedIn(among, limit, last.moved.at, policy);
    const sum = limit.measure === 'count' ? count : amount;
    if (sum > max) throw new Error(`${policy.limitKey(limit)}: ${sum} tenths moved, ${max} allowed`);
  }
}

function expectShares(limits: readonly Limit[], ops: readonly Op[], asked: Op, ledger: Ledger): void {
  if (!limits.some(({ kind }) => kind === 'share')) return;
  const since = ops.filter(({ recorded }) => recorded !== null && recorded > ledger.asOf);
  const left = since.reduce((sum, { moved }) => sum - (moved?.amount ?? 0n), ledger.amount);
  const others = openOf(ops).filter((op) => op !== asked);
  expect((heldEver(others) + asked.held) * 2n <= left).toBe(true);
}

/** The key that refused, judged by recorded times and with 1 % more window. */
function expectExceeded(
  policy: Policy,
  { decision }: ReadDecision,
  ops: readonly Op[],
  asked: Op,
  ledger: Ledger,
  now: number,
): void {
  const binding = decision?.binding;
  expect(binding).not.toBeNull();
  const [measure, kind, ...of] = binding?.key.split('/') ?? [];
  const among = of.at(-1) === 'destination' ? ops.filter(({ to }) => to === asked.to) : ops;
  const open = openOf(among);
  const counts = measure === 'count';
  const promised = counts ? BigInt(open.length) + 1n : heldEver(open) + asked.held;
  if (kind === 'share') {
    expect(
      (heldEver(open) + asked.held) * 2n >
        ledger.amount - heldEver(ops.filter((op) => op.ended === 'settled')),
    ).toBe(true);
    return;
  }
  const recorded = among.map((op): Op => ({
    ...op,
    moved: op.recorded === null ? null : { at: op.recorded, amount: op.moved?.amount ?? 0n },
  }));
  const unit = of[0] as 'day' | 'week' | 'month';
  const zone = of.slice(1, of.at(-1) === 'destination' ? -2 : -1).join('/');
  const startsOn = Number(of.at(of.at(-1) === 'destination' ? -2 : -1));
  const window =
    kind === 'sliding'
      ? { kind: 'sliding' as const, ms: Math.ceil(Number(of[0]) * 1.01) + 1 }
      : kind === 'calendar'
        ? { kind: 'calendar' as const, unit, zone, startsOn }
        : { kind: 'lifetime' as const };
  const used = movedIn(recorded, window, now, policy);
  const sum =
    (kind === 'transaction' ? 0n : counts ? used.count : used.amount) +
    (kind === 'transaction' ? asked.held : promised);
  const max = counts ? BigInt(binding?.max ?? 0) : tenths(binding?.max ?? '0');
  if (sum <= max) throw new Error(`${binding?.key} refused ${asked.held} tenths: ${sum} of ${max}`);
}
