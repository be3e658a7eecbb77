import type { PolicyEvent, ReadDecision } from '../../src';
import { limitOf, limitsOf } from './limit-text';
import type { Line } from './line';
import { updateRules } from './rules';
import { durationOf, instantOf } from './time-text';
import {
  commitMachine,
  commitPlatform,
  commitTier,
  commitUser,
  read,
  receive,
  release,
  settle,
  type World,
} from './world';

/** What the lines of a scenario do. A line that policy refuses throws its Fault. */
export interface Outcome {
  readonly events: readonly PolicyEvent[];
  readonly made?: ReadDecision;
  /** Of an `/update`. */
  readonly outcome?: string;
}

export interface Play {
  readonly world: World;
  /** Until a scenario tells a balance itself, the ledger tells a plentiful one before every read. */
  plenty: boolean;
  permits: number;
}

type Verb = (play: Play, line: Line) => Outcome;

const CHAIN = 'gold';
const HOME = 'vault';

const outer = ({ platform, tier, user }: World) => ({
  platform,
  tier: typeof user?.tier === 'string' ? tier : undefined,
});
const chain = ({ options }: Line): string => options.on ?? CHAIN;
const place = (line: Line) => ({
  chainId: chain(line),
  address: line.options.to ?? HOME,
  tag: line.options.tag ?? null,
});
const named = (line: Line) => ({
  chainId: chain(line),
  address: line.words[0],
  tag: line.options.tag ?? null,
});
const one = (events: readonly PolicyEvent[]): Outcome => ({ events });

const limits: Verb = ({ world }, { rest }) => {
  const [, layer, on = CHAIN, list = ''] = /^(platform|tier|user)(?: (\S+))? = (.*)$/.exec(rest) ?? [];
  const { policy } = world;
  const input = { chainId: on, limits: limitsOf(list) };
  if (layer === 'platform') return one(commitPlatform(world, policy.enableChain(world.platform, input)));
  if (layer === 'tier') return one(commitTier(world, policy.setTierLimits(world.tier, input)));
  if (layer === 'user') return one(commitUser(world, policy.setUserLimits(world.user, input)));
  throw new Error(`no layer in ${rest}`);
};

const freeze =
  (frozen: boolean): Verb =>
  ({ world }, { words: [what, id = CHAIN] }) => {
    const { policy, platform, tier, user, machine } = world;
    if (what === 'platform') return one(commitPlatform(world, policy.freezePlatform(platform, frozen)));
    if (what === 'chain') return one(commitPlatform(world, policy.freezeChain(platform, id, frozen)));
    if (what === 'tier') return one(commitTier(world, policy.freezeTier(tier, frozen)));
    if (what === 'user') return one(commitUser(world, policy.freezeUser(user, frozen)));
    if (what === 'machine') return one(commitMachine(world, policy.freezeMachine(machine, frozen)));
    throw new Error(`what is frozen: ${what}`);
  };

const register: Verb = ({ world }, line) => {
  const [id = '', amount] = line.words;
  const input = {
    kind: line.options.kind ?? 'transfer',
    amount,
    lifetimeMs: durationOf(line.options.lives ?? '15m'),
    ...place(line),
  };
  return one(
    commitUser(world, world.policy.registerPermit(world.user, input, id, world.platform, world.now)),
  );
};

function readPermit(play: Play, id: string, line: Line): Outcome {
  const { world } = play;
  const { by } = line.options;
  if (play.plenty) for (const on of [CHAIN, 'silver']) tellBalance(play, '1000000', on, world.now);
  const asker = by === 'stranger' ? { user: undefined } : world;
  const made = read(world, id, asker, by === 'machine');
  return { events: made.events, made };
}

function tellBalance({ world }: Play, amount: string, on: string, asOf: number): Outcome {
  const { policy, user, now } = world;
  return one(commitUser(world, policy.pushBalance(user, { chainId: on, amount, asOf }, now)));
}

/** Registers a permit and reads it at once. */
const ask: Verb = (play, line) => {
  play.permits += 1;
  const id = line.options.as ?? `a-${play.permits}`;
  register(play, { ...line, words: [id, line.words[0] ?? ''] });
  return readPermit(play, id, line);
};

function granted(play: Play, line: Line): string {
  const { made } = ask(play, line);
  if (made?.rule !== 'granted') throw new Error(`${line.verb} ${line.rest}: ${made?.rule}`);
  return (made.events[0]?.data as { readonly referenceId: string }).referenceId;
}

const machine: Verb = ({ world }, { words: [what] }) => {
  const { policy, user } = world;
  if (what === 'suspended' || what === 'closed')
    return one(commitMachine(world, policy.updateMachine(world.machine, { status: what })));
  world.logs.delete('machine');
  const input =
    what === 'admin'
      ? { machineId: 'm-2', uid: 'u-1', role: 'admin' }
      : { machineId: 'm-3', uid: 'u-2', role: 'signer' };
  return one(commitMachine(world, policy.createMachine(undefined, input, user)));
};

const reconcile: Verb = ({ world }, { words: [id = '', how, amount] }) => {
  const { policy, platform, now } = world;
  policy.refuseUnlessSuspect(world.user, id, platform?.settings.suspectAfterMs ?? 0, now);
  return one(
    how === 'settled' ? settle(world, id, amount ?? null, 'reconcile') : release(world, id, 'reconcile'),
  );
};

const setting: Verb = ({ world }, { words: [name = '', value = ''] }) => {
  const given = name === 'loosening' ? value : durationOf(value);
  return one(commitPlatform(world, world.policy.changeSettings(world.platform, { [name]: given })));
};

const tier: Verb = ({ world }, { words: [name = '', value = ''] }) => {
  const { policy } = world;
  if (name === 'is') {
    const input = { tier: value === 'none' ? null : value };
    return one(commitUser(world, policy.updateUser(world.user, input, world.tier)));
  }
  if (name === 'lost') {
    world.tier = undefined;
    world.logs.delete('tier');
    return one([]);
  }
  const input = { [name]: name === 'mode' ? value : durationOf(value) };
  return one(commitTier(world, policy.changeTier(world.tier, input)));
};

const override: Verb = ({ world }, { rest }) => {
  const [, text = '', until = ''] = /^(.*) until (\S+)$/.exec(rest) ?? [];
  const { policy, user, now } = world;
  const input = { chainId: CHAIN, limit: limitOf(text), expiresAt: instantOf(until, now) };
  return one(commitUser(world, policy.overrideLimit(user, input, now)));
};

const verbs: Readonly<Record<string, Verb>> = {
  limits,
  override,
  tier,
  setting,
  machine,
  register,
  reconcile,
  ask,
  freeze: freeze(true),
  unfreeze: freeze(false),
  plan: (play, line) => {
    play.permits += 1;
    return register(play, { ...line, words: [`a-${play.permits}`, line.words[0] ?? ''] });
  },
  read: (play, line) => readPermit(play, line.words[0] ?? '', line),
  hold: (play, line) => {
    granted(play, line);
    return one([]);
  },
  spend: (play, line) => one(settle(play.world, granted(play, line), null)),
  settle: ({ world }, { words: [id = '', amount] }) => one(settle(world, id, amount ?? null)),
  release: ({ world }, { words: [id = ''] }) => one(release(world, id)),
  enable: ({ world }, { words: [id = '', family] }) => {
    const input = { chainId: id, limits: limitsOf('1000000 per transaction'), ...(family && { family }) };
    return one(commitPlatform(world, world.policy.enableChain(world.platform, input)));
  },
  disable: ({ world }, { words: [id = ''] }) =>
    one(commitPlatform(world, world.policy.disableChain(world.platform, { chainId: id }))),
  user: ({ world }, { words: [name = '', value] }) => {
    const input = name === 'role' ? { role: value } : { status: name };
    return one(commitUser(world, world.policy.updateUser(world.user, input, world.tier)));
  },
  unset: ({ world }, { rest }) =>
    one(commitUser(world, world.policy.removeOverride(world.user, { chainId: CHAIN, key: rest }))),
  password: ({ world }) => {
    const { policy, user, now } = world;
    const rearm = (state: NonNullable<typeof user>) => policy.rearmed(state, outer(world), now);
    return one(commitUser(world, policy.changeCredentials(user, rearm)));
  },
  destination: ({ world }, line) => {
    const { policy, user, now } = world;
    const { until } = line.options;
    const expiresAt = until === undefined ? null : instantOf(until, now);
    const input = { ...named(line), label: '', expiresAt };
    return one(commitUser(world, policy.addDestination(user, input, outer(world), now)));
  },
  revoke: ({ world }, line) =>
    one(commitUser(world, world.policy.revokeDestination(world.user, named(line)))),
  waive: ({ world }, line) =>
    one(commitUser(world, world.policy.waiveCoolingOff(world.user, named(line), world.now))),
  balance: (play, line) => {
    play.plenty = false;
    const { asof } = line.options;
    const asOf = asof === undefined ? play.world.now : instantOf(asof, play.world.now);
    return tellBalance(play, line.words[0] ?? '', chain(line), asOf);
  },
  penniless: (play) => {
    play.plenty = false;
    return one([]);
  },
  watch: ({ world }) => {
    const { policy, user, platform, now } = world;
    return one(commitUser(world, policy.suspectHolds(user, platform?.settings.suspectAfterMs ?? 0, now)));
  },
  update: ({ world }, { rest }) => receive(world, world.policy.parseUpdateRules(updateRules), rest),
  wait: () => one([]),
};

export function play(game: Play, line: Line): Outcome {
  const { world } = game;
  if (line.at !== undefined) {
    const at = instantOf(line.at, world.now);
    // An engine's clock may be behind another's by a moment; anything more is a mistake of the scenario.
    if (at < world.now - 2000) throw new Error(`time goes back at: ${line.at} ${line.verb} ${line.rest}`);
    world.now = at;
  }
  const verb = verbs[line.verb];
  if (verb === undefined) throw new Error(`no such verb: ${line.verb}`);
  return verb(game, line);
}

export const verbNames: readonly string[] = Object.keys(verbs);
