import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  addDestination,
  chainOf,
  createMachine,
  createUser,
  disableChain,
  enableChain,
  freezeChain,
  freezeMachine,
  freezePlatform,
  freezeUser,
  pushBalance,
  registerPermit,
  revokeDestination,
  setLimit,
  setPassword,
  updateMachine,
  updateUser,
  type Change,
  type Platform,
  type User,
} from '../src';

const NOW = 1_000_000;
const owner = createUser(undefined, { uid: 'u-1', role: 'signer', credentials: null }).state;
let ids = 0;

/** Each command as a function of any state and any input: the table says which are applied to what. */
const commands: Readonly<Record<string, (state: never, input: never) => Change<unknown>>> = {
  createUser,
  updateUser,
  setPassword,
  setLimit,
  addDestination,
  revokeDestination,
  freezeUser,
  enableChain,
  disableChain,
  freezePlatform,
  updateMachine,
  freezeMachine,
  pushBalance: (state, input) => pushBalance(state, input, NOW),
  registerPermit: (state, input) => registerPermit(state, input, `p-${(ids += 1)}`, NOW),
  freezeChain: (state, chainId) => freezeChain(state, chainId, true),
  createMachine: (state, input) => createMachine(state, input, owner),
};

type Command = readonly [string, unknown];

interface Case {
  readonly case: string;
  readonly given?: readonly Command[];
  readonly when: Command;
  readonly then?: readonly string[];
  readonly fault?: string;
  readonly details?: readonly string[];
}

const cases = parse(readFileSync(join(__dirname, 'tables/changes.yaml'), 'utf8')) as readonly Case[];

function apply(state: unknown, [name, input]: Command): Change<unknown> {
  const command = commands[name];
  if (command === undefined) throw new Error(`the table names an unknown command ${name}`);
  return command(state as never, input as never);
}

it.each(cases)('$case', ({ given = [], when, then, fault, details }) => {
  const state = given.reduce<unknown>((before, command) => apply(before, command).state, undefined);
  const before = JSON.stringify(state);
  if (fault === undefined) {
    const { state: after, events } = apply(state, when);
    expect(events.map(({ type }) => type)).toEqual(then);
    if (events.length === 0) expect(after).toBe(state);
    // What is stored is JSON and nothing else.
    expect(JSON.parse(JSON.stringify(after))).toEqual(after);
    expect(JSON.parse(JSON.stringify(events))).toEqual(events);
  } else {
    const expected = { code: fault, ...(details && { details }) };
    expect(() => apply(state, when)).toThrow(expect.objectContaining(expected));
  }
  expect(JSON.stringify(state)).toBe(before);
});

it('has a case for every command', () => {
  const tested = new Set(cases.flatMap(({ given = [], when }) => [...given, when]).map(([name]) => name));
  expect(Object.keys(commands).filter((name) => !tested.has(name))).toEqual([]);
});

it('lists chains in order, whatever the order they were enabled in', () => {
  const enable = (state: Platform | undefined, chainId: string) =>
    enableChain(state, { chainId, perTransaction: '1' }).state;
  const platform = ['solana', '1', 'bitcoin'].reduce<Platform | undefined>(enable, undefined);
  expect(platform?.chains.map(({ chainId }) => chainId)).toEqual(['1', 'bitcoin', 'solana']);
});

it('a new limit on a chain keeps its freeze', () => {
  const enabled = enableChain(undefined, { chainId: 'bitcoin', perTransaction: '1' }).state;
  const frozen = freezeChain(enabled, 'bitcoin', true).state;
  const changed = enableChain(frozen, { chainId: 'bitcoin', perTransaction: '2' }).state;
  expect(chainOf(changed, 'bitcoin')).toMatchObject({ frozen: true, perTransaction: '2' });
});

describe('a document stays bounded', () => {
  const permit = { kind: 'transfer', chainId: 'bitcoin', amount: '1', address: 'a', lifetimeMs: 1000 };
  const fill = (count: number): User => {
    let user: User = owner;
    for (let i = 0; i < count; i += 1) user = registerPermit(user, permit, `p-${i}`, NOW).state;
    return user;
  };

  it('refuses the 1001st live permit, and forgets expired ones', () => {
    const full = fill(1000);
    expect(() => registerPermit(full, permit, 'one more', NOW)).toThrow(
      expect.objectContaining({ code: 'exhausted' }),
    );
    expect(registerPermit(full, permit, 'later', NOW + 1000).state.permits.map(({ id }) => id)).toEqual([
      'later',
    ]);
  });

  it('refuses the 1001st destination and the 201st chain', () => {
    let user: User = owner;
    for (let i = 0; i < 1000; i += 1)
      user = addDestination(user, { chainId: 'a', address: `${i}`, label: '' }).state;
    expect(() => addDestination(user, { chainId: 'a', address: 'x', label: '' })).toThrow(
      expect.objectContaining({ code: 'exhausted' }),
    );
    let platform: Platform | undefined;
    for (let i = 0; i < 200; i += 1)
      platform = enableChain(platform, { chainId: `c${i}`, perTransaction: '1' }).state;
    expect(() => enableChain(platform, { chainId: 'x', perTransaction: '1' })).toThrow(
      expect.objectContaining({ code: 'exhausted' }),
    );
  });
});

it('puts no credential into an event', () => {
  const credentials = { username: 'marked', password: 'marked' };
  const { state, events } = createUser(undefined, { uid: 'u-1', role: 'signer', credentials });
  expect(JSON.stringify([events, setPassword(state, 'marked').events])).not.toContain('marked');
});
