import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Decision, PermitStatus, ReadDecision } from '../../src';
import { lineOf } from './line';
import type { Policy } from './policy';
import { MIDNIGHT, instantOf } from './time-text';
import { play, type Outcome, type Play } from './verbs';
import { createWorld, expectRecomputed, expectReplay, type World } from './world';

/**
 * Decision tables: a case plays its `given` lines, which must all be accepted, in the world of scenario/start.yaml, then
 * the `when` line, whose outcome must be `then`. Whatever a case is about, it also shows that replaying its events
 * gives its states, that its decisions recompute, and that every reply lists every enabled chain and a destination.
 */
export interface Case {
  readonly case: string;
  readonly given?: readonly string[];
  readonly when: string;
  /**
   * The rule that decided, with what was granted (`granted 5`), `fault CODE`, or the events that were made; of an
   * `/update` what became of it and then the events. `nothing` for no event.
   */
  readonly then: string;
  /** The limit that was decisive, and whose it was. */
  readonly key?: string;
  readonly layer?: string;
  /** What it had left before and after. */
  readonly before?: string;
  readonly after?: string;
  /** When it allows more by itself; `never` for null. */
  readonly more?: string;
  readonly usableFrom?: string;
  readonly role?: string;
  readonly destinations?: readonly string[];
  /** Budget mode: the decisive limit of each chain. */
  readonly budget?: Readonly<Record<string, string>>;
  readonly details?: readonly string[];
  readonly sentence?: string;
  /** What became of permits in the end. */
  readonly status?: Readonly<Record<string, PermitStatus>>;
  /** Members of the last event. */
  readonly event?: object;
}

export const tableNames = ['limits', 'read', 'destinations', 'permits', 'notifications', 'budget'] as const;

export const tableOf = (name: string): readonly Case[] =>
  parse(readFileSync(join(__dirname, '../tables', `${name}.yaml`), 'utf8')) as readonly Case[];

const start = parse(readFileSync(join(__dirname, 'start.yaml'), 'utf8')) as readonly string[];

/** The world every case begins in. */
export function startingGame(policy: Policy): Play {
  const world = createWorld(policy, MIDNIGHT);
  const tier = policy.createTier(undefined, { tierId: 'basic' });
  world.tier = tier.state;
  world.logs.set('tier', [...tier.events]);
  const user = policy.createUser(undefined, { uid: 'u-1', role: 'signer', tier: 'basic', credentials: true });
  world.user = user.state;
  world.logs.set('user', [...user.events]);
  const machine = policy.createMachine(
    undefined,
    { machineId: 'm-1', uid: 'u-1', role: 'signer' },
    user.state,
  );
  world.machine = machine.state;
  world.logs.set('machine', [...machine.events]);
  const game = { world, plenty: true, permits: 0 };
  for (const line of start) play(game, lineOf(line));
  return game;
}

export function runCase(policy: Policy, row: Case): void {
  const game = startingGame(policy);
  const { world } = game;
  for (const line of row.given ?? []) {
    const { made } = play(game, lineOf(line));
    if (made !== undefined) expectWhole(world, made);
  }
  const before = JSON.stringify(world.user);
  let outcome: Outcome;
  try {
    outcome = play(game, lineOf(row.when));
  } catch (error) {
    if (!policy.isFault(error)) throw error;
    expect({ then: `fault ${error.code}` }).toEqual({ then: row.then });
    if (row.details !== undefined) expect(error.details).toEqual(row.details);
    return;
  }
  expect({ then: textOf(outcome) }).toEqual({ then: row.then });
  if (outcome.made !== undefined) expectDecision(world, row, outcome.made);
  else if (row.then === 'nothing') expect(JSON.stringify(world.user)).toBe(before);
  if (row.event !== undefined) expect(outcome.events.at(-1)?.data).toMatchObject(row.event);
  for (const [id, status] of Object.entries(row.status ?? {})) {
    expect({ [id]: statusIn(world, id) }).toEqual({ [id]: status });
  }
  expectReplay(world);
  expectRecomputed(world);
}

export const runTable =
  (name: string) =>
  (policy: Policy): void => {
    for (const row of tableOf(name)) runCase(policy, row);
  };

function textOf({ events, made, outcome }: Outcome): string {
  if (made !== undefined) {
    const told = made.reply.limits.filter(({ limit }) => limit !== '0').map(({ limit }) => limit);
    if (made.rule === 'budget')
      return `budget ${made.reply.limits.map(({ chainId, limit }) => `${chainId} ${limit}`).join(', ')}`;
    return [made.rule, ...told].join(' ');
  }
  const types = events.map(({ type }) => type);
  if (outcome !== undefined) return [outcome, ...types].join(' ');
  return types.length === 0 ? 'nothing' : types.join(' ');
}

function expectDecision(world: World, row: Case, made: ReadDecision): void {
  const { decision, reply, rule } = made;
  expectWhole(world, made);
  const said = decision ?? heldDecision(world, made.decisionId);
  const binding = said?.headroom.find(({ key }) => key === said.binding?.key);
  const at = (text: string): number | null => (text === 'never' ? null : instantOf(text, world.now));
  if (row.key !== undefined) expect(said?.binding?.key).toBe(row.key);
  if (row.layer !== undefined) expect(said?.binding?.layer).toBe(row.layer);
  if (row.before !== undefined) expect(binding?.before).toBe(row.before);
  if (row.after !== undefined) expect(binding?.after).toBe(row.after);
  if (row.more !== undefined) expect(said?.moreAt).toBe(at(row.more));
  if (row.usableFrom !== undefined) expect(said?.usableFrom).toBe(at(row.usableFrom));
  if (row.sentence !== undefined) expect(said?.sentence).toBe(row.sentence);
  if (row.budget !== undefined) {
    const told = said?.budget?.map(({ chainId, binding: limit }) => [chainId, limit?.key ?? 'none']);
    expect(Object.fromEntries(told ?? [])).toEqual(row.budget);
  }
  expect(reply.role).toBe(row.role ?? 'signer');
  if (row.destinations !== undefined)
    expect(reply.destinations.map(({ chainId, address }) => `${chainId} ${address}`)).toEqual(
      row.destinations,
    );
  const outcome = rule === 'granted' ? 'granted' : rule === 'budget' ? 'budget' : 'refused';
  if (rule === 'granted_again') expect(made.events).toEqual([]);
  else expect(decision).toMatchObject({ outcome, rule, id: `u-1#${made.state.seq}`, uid: 'u-1' });
}

/** Whatever it says, an answer names every enabled chain, and some destination. */
export function expectWhole({ platform, user }: World, { rule, reply, state }: ReadDecision): void {
  const enabled = platform?.chains.map(({ chainId }) => chainId);
  expect(reply.limits.map(({ chainId }) => chainId)).toEqual(enabled);
  const open = reply.limits.filter(({ limit }) => limit !== '0');
  if (rule === 'granted' || rule === 'granted_again') {
    expect(open.length).toBeLessThanOrEqual(1);
    expect(reply.destinations).toHaveLength(1);
    expect(state.destinations).toContainEqual(expect.objectContaining(reply.destinations[0]));
  } else if (rule !== 'budget') {
    expect(open).toEqual([]);
    expect(reply.destinations).toEqual(enabled?.map((chainId) => ({ chainId, address: 'none' })));
  }
  expect(reply.destinations.length).toBeGreaterThan(0);
  for (const { chainId, balance } of reply.limits)
    expect(balance).toBe(user?.balances.find((one) => one.chainId === chainId)?.amount ?? '0');
}

const heldDecision = (world: World, id: string): Decision | undefined =>
  world.decisions.find(({ made }) => made.decision?.id === id)?.made.decision ?? undefined;

function statusIn({ policy, user, platform, now }: World, id: string): PermitStatus | undefined {
  const permit = user && policy.permitOf(user, id);
  return permit && policy.statusOf(permit, platform?.settings.suspectAfterMs ?? 0, now);
}
