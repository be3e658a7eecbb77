import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as policy from '../src';
import type { Change, Platform, PolicyEvent, Tier, User } from '../src';

/**
 * The table gives every command raw input and says which events it makes or how it is refused. A state is written as
 * the commands that make it.
 */
const NOW = 1_000_000;
const settings = { coolingOffMs: 1000, rearmMs: 5000, suspectAfterMs: 1000, balanceMaxAgeMs: 1000 };

const owner = policy.createUser(undefined, { uid: 'u-1', role: 'signer', credentials: false }).state;
const tier = policy.createTier(undefined, { tierId: 'basic' }).state;
const platform = ['bitcoin', 'solana'].reduce<Platform>(
  (before, chainId) =>
    policy.enableChain(before, { chainId, family: 'exact', limits: [{ kind: 'transaction', max: '1' }] })
      .state,
  policy.changeSettings(undefined, settings).state,
);
const layers = { platform, tier };
const context = { boundaries: [], perDestination: false, unheld: false };

type Command = (state: never, input: never) => Change<unknown>;

/** Each command as a function of any state and any input; what else it needs is the world described in the table. */
const commands: Readonly<Record<string, Command>> = {
  createUser: policy.createUser,
  updateUser: (state, input) => policy.updateUser(state, input, tier),
  changeCredentials: (state) => policy.changeCredentials(state, (user) => policy.rearmed(user, layers, NOW)),
  setUserLimits: policy.setUserLimits,
  overrideLimit: (state, input) => policy.overrideLimit(state, input, NOW),
  removeOverride: policy.removeOverride,
  addDestination: (state, input) => policy.addDestination(state, input, layers, NOW),
  revokeDestination: policy.revokeDestination,
  waiveCoolingOff: (state, input) => policy.waiveCoolingOff(state, input, NOW),
  pushBalance: (state, input) => policy.pushBalance(state, input, NOW),
  registerPermit: (state, input) => policy.registerPermit(state, input, 'p-1', platform, NOW),
  settlePermit: (state, amount) =>
    policy.settlePermit(state, { id: 'p-1', amount, by: 'ledger' }, context, NOW),
  releasePermit: (state) => policy.releasePermit(state, { id: 'p-1', by: 'ledger' }, NOW),
  decideRead: (user, referenceId) =>
    policy.decideRead({ platform, tier: undefined, user, referenceId, now: NOW }),
  suspectHolds: (state, now) => policy.suspectHolds(state, settings.suspectAfterMs, now),
  freezeUser: policy.freezeUser,
  createTier: policy.createTier,
  changeTier: policy.changeTier,
  setTierLimits: policy.setTierLimits,
  freezeTier: policy.freezeTier,
  enableChain: policy.enableChain,
  disableChain: policy.disableChain,
  changeSettings: policy.changeSettings,
  freezeChain: (state, chainId) => policy.freezeChain(state, chainId, true),
  unfreezeChain: (state, chainId) => policy.freezeChain(state, chainId, false),
  freezePlatform: policy.freezePlatform,
  createMachine: (state, input) => policy.createMachine(state, input, owner),
  updateMachine: policy.updateMachine,
  freezeMachine: policy.freezeMachine,
};

type Step = readonly [string, unknown];

interface Case {
  readonly case: string;
  readonly given?: readonly Step[];
  readonly when: Step;
  readonly then?: readonly string[];
  readonly fault?: string;
  readonly details?: readonly string[];
}

const cases = parse(readFileSync(join(__dirname, 'tables/changes.yaml'), 'utf8')) as readonly Case[];

function apply(state: unknown, [name, input]: Step): Change<unknown> {
  const command = commands[name];
  if (command === undefined) throw new Error(`the table names an unknown command ${name}`);
  return command(state as never, input as never);
}

it.each(cases)('$case', ({ given = [], when, then, fault, details }) => {
  const state = given.reduce<unknown>((before, step) => apply(before, step).state, undefined);
  const before = JSON.stringify(state);
  if (fault === undefined) {
    const { state: after, events } = apply(state, when);
    expect(events.map(({ type }) => type)).toEqual(then);
    if (events.length === 0 && state !== undefined) expect(JSON.stringify(after)).toBe(before);
    // What is stored is JSON and nothing else.
    expect(JSON.parse(JSON.stringify(after))).toEqual(after);
    expect(JSON.parse(JSON.stringify(events))).toEqual(events);
  } else {
    const expected = { code: fault, ...(details && { details }) };
    expect(() => apply(state, when)).toThrow(expect.objectContaining(expected));
  }
  expect(JSON.stringify(state)).toBe(before);
});

it('has an accepted case for every command, and a refused one where it can refuse', () => {
  const named = (all: readonly Case[]) => new Set(all.map(({ when: [name] }) => name));
  const accepted = named(cases.filter(({ then }) => then !== undefined && then.length > 0));
  const refused = named(cases.filter(({ fault }) => fault !== undefined));
  const neverRefuse = ['freezePlatform'];
  expect(Object.keys(commands).filter((name) => !accepted.has(name))).toEqual([]);
  expect(Object.keys(commands).filter((name) => !refused.has(name))).toEqual(neverRefuse);
});

it('knows every command of the core', () => {
  const exported = Object.entries(policy)
    .filter(([, value]) => typeof value === 'function')
    .map(([name]) => name);
  // What makes no change of an aggregate, or is a table of its own.
  const others = [
    ...['Fault', 'addressMistake', 'familyOf', 'looksLike', 'compareAmounts', 'isAmount', 'isZero'],
    ...['createCalendar', 'isZone', 'periodOf', 'canonicalJson', 'unchanged', 'destinationOf', 'isUsable'],
    ...['rearmed', 'effectiveLimits', 'fault', 'isFault', 'isFaultCode', 'parsed', 'headroomOf'],
    ...['settlementContext', 'recorded', 'settledEver', 'settledSince', 'checkedLimits', 'limitKey'],
    ...['loosenings', 'refuseUnapproved', 'matchNotification', 'readPayload', 'permitOf', 'statusOf'],
    ...['refuseUnlessSuspect', 'chainOf', 'backtest', 'decideAgain', 'evolve', 'isDecision', 'replayable'],
    ...['sentenceOf', 'classifyUpdate', 'parseUpdateRules', 'usageOf', 'withCredentials'],
    ...['withoutCredentials', 'decideMachineVerify', 'decideUserVerify'],
    ...['receiveNotification', 'applyNotification'], // notifications.yaml
    ...['proposeChange', 'approveChange', 'rejectChange', 'beginChange', 'completeChange', 'expireChange'],
    ...['changeStatus', 'isReady'], // proposed-changes.yaml
    ...['isAnother', 'basisOf', 'completed'],
    ...['draftVersion', 'versionPublished', 'startPublication', 'endPublication'], // policy-versions.spec.ts
    ...['existingVersion', 'policyVersionId', 'policyVersionOf', 'policyVersionStatus'],
    ...[
      'parsePolicyDocument',
      'parsePolicyInTurns',
      'planInTurns',
      'differencesInTurns',
      'firstOf',
      'atOnce',
      'refuseUnnamedTiers',
      'documentOf',
      'policyText',
    ], // documents.yaml
    ...['planPolicy', 'applied', 'policyDifferences'], // plans.yaml
    ...['replayUnderDraft', 'notReplayed', 'makeCheckpoint', 'duration'],
    ...['couldLeave', 'createRadius', 'limitDifferences', 'nobodyIn', 'otherDifferences'],
    ...['couldLeave', 'createRadius', 'limitDifferences', 'nobodyIn', 'otherDifferences'], // blast-radius.spec.ts
    ...['draftVersion', 'startPublication', 'endPublication', 'versionPublished', 'existingVersion'],
    ...['policyVersionId', 'policyVersionOf', 'policyVersionStatus'], // policy-documents.spec.ts
    ...['applied', 'documentOf', 'parsePolicyDocument', 'planPolicy', 'policyDifferences', 'policyText'],
    ...['refuseUnnamedTiers', 'notReplayed', 'replayUnderDraft'],
    ...['makeCheckpoint', 'duration'], // checkpoint.spec.ts
  ];
  const known = new Set([...Object.keys(commands), ...others]);
  expect(exported.filter((name) => !known.has(name))).toEqual([]);
});

it('lists chains in order, whatever the order they were enabled in', () => {
  const limits = [{ kind: 'transaction', max: '1' }];
  const enable = (state: Platform | undefined, chainId: string) =>
    policy.enableChain(state, { chainId, limits }).state;
  const made = ['solana', '1', 'bitcoin'].reduce<Platform | undefined>(enable, undefined);
  expect(made?.chains.map(({ chainId }) => chainId)).toEqual(['1', 'bitcoin', 'solana']);
});

it('puts no credential into an event or into what events rebuild', () => {
  const { state, events } = policy.createUser(undefined, { uid: 'u-1', role: 'signer', credentials: true });
  const stored = policy.withCredentials(state, { username: 'marked', password: 'marked' });
  const changed = policy.changeCredentials(stored, () => []);
  expect(JSON.stringify(changed.state)).toContain('marked');
  expect(changed.state.credentials?.version).toBe(2);
  expect(JSON.stringify([events, changed.events])).not.toContain('marked');
  expect(JSON.stringify(policy.replayable('user', changed.state))).not.toContain('marked');
});

it('refuses an event of a type it does not know', () => {
  const event = { type: 'user.promoted', data: {} } as unknown as PolicyEvent;
  expect(() => policy.evolve('user', owner, event)).toThrow(expect.objectContaining({ code: 'invalid' }));
});

describe('a document stays bounded', () => {
  const exhausted = expect.objectContaining({ code: 'exhausted' });
  const intent = { kind: 'transfer', chainId: 'bitcoin', amount: '1', address: 'a', lifetimeMs: 1000 };
  const many = <S>(count: number, first: S, next: (before: S, i: number) => S): S =>
    Array.from({ length: count }, (_, i) => i).reduce(next, first);
  const limits = [{ kind: 'lifetime', max: '1' }];

  it('refuses the 1001st live permit, and forgets expired ones', () => {
    const full = many<User>(
      1000,
      owner,
      (user, i) => policy.registerPermit(user, intent, `p-${i}`, platform, NOW).state,
    );
    expect(() => policy.registerPermit(full, intent, 'one more', platform, NOW)).toThrow(exhausted);
    const later = policy.registerPermit(full, intent, 'later', platform, NOW + 1000).state;
    expect(later.permits.map(({ id }) => id)).toEqual(['later']);
  });

  it('keeps the last fifty permits that ended', () => {
    const user = many<User>(60, owner, (before, i) => {
      const { state } = policy.registerPermit(before, intent, `p-${i}`, platform, NOW);
      return policy.releasePermit(state, { id: `p-${i}`, by: 'ledger' }, NOW).state;
    });
    expect(user.ended.map(({ id }) => id)).toEqual(Array.from({ length: 50 }, (_, i) => `p-${i + 10}`));
  });

  it('refuses the 1001st live destination', () => {
    const add = (user: User, i: number, now: number) =>
      policy.addDestination(
        user,
        { chainId: 'bitcoin', address: `a-${i}-${i}`, label: '', expiresAt: NOW + 1000 },
        layers,
        now,
      ).state;
    const full = many<User>(1000, owner, (user, i) => add(user, i, NOW));
    expect(() => add(full, 1000, NOW)).toThrow(exhausted);
    const later = policy.addDestination(
      full,
      { chainId: 'bitcoin', address: 'b', label: '' },
      layers,
      NOW + 1000,
    );
    expect(later.state.destinations).toHaveLength(1);
  });

  it('refuses the 201st chain, the 201st chain with limits, the 201st balance and the 101st live override', () => {
    const enable = (before: Platform | undefined, i: number) =>
      policy.enableChain(before, { chainId: `c${i}`, limits }).state;
    const chains = many<Platform | undefined>(200, undefined, enable);
    expect(() => enable(chains, 200)).toThrow(exhausted);
    const own = (user: User, i: number) => policy.setUserLimits(user, { chainId: `c${i}`, limits }).state;
    expect(() => own(many(200, owner, own), 200)).toThrow(exhausted);
    const tiers = (one: Tier, i: number) => policy.setTierLimits(one, { chainId: `c${i}`, limits }).state;
    expect(() => tiers(many(200, tier, tiers), 200)).toThrow(exhausted);
    const push = (user: User, i: number) =>
      policy.pushBalance(user, { chainId: `c${i}`, amount: '1', asOf: 1 }, NOW).state;
    expect(() => push(many(200, owner, push), 200)).toThrow(exhausted);
    const override = (user: User, i: number) =>
      policy.overrideLimit(
        user,
        { chainId: `c${i}`, limit: { kind: 'lifetime', max: '1' }, expiresAt: NOW + 60_000 },
        NOW,
      ).state;
    expect(() => override(many(100, owner, override), 100)).toThrow(exhausted);
  });
});
