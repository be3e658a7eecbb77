import { randomUUID } from 'node:crypto';
import { createAggregates, createCommands, type ChangeCall, type Commands } from '@countersign/commands';
import { parseUpdateRules } from '@countersign/policy';
import type { Store } from '@countersign/store';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const START = Date.UTC(2026, 0, 5, 9); // a Monday

export const CHAIN = 'coin'; // of no known family: an address is any text
export const TO = 'somewhere';

const updateRules = parseUpdateRules({
  schema: 1,
  types: [
    {
      name: 'transfer.completed',
      trusted: true,
      effect: 'settle',
      match: { by: 'reference', path: '/ref' },
    },
  ],
  rules: [{ name: 'done', type: 'transfer.completed', when: [{ path: '/status', equals: 'done' }] }],
});

/** What was written through the engine's own commit path, at times the test chooses. */
export interface World {
  readonly commands: Commands;
  readonly call: ChangeCall;
  /** Goes to a time, ms after START. */
  at(ms: number): void;
  /** Registers an operation and reads it; returns its permit's id and whether it was granted. */
  ask(uid: string, amount: string, to?: string): Promise<{ id: string; granted: boolean }>;
  settle(uid: string, id: string): Promise<void>;
}

export function createWorld(store: Store): World {
  let now = START;
  const clock = () => now;
  const commands = createCommands({
    ...createAggregates({ store, now: clock }),
    store,
    now: clock,
    newId: randomUUID,
    updateRules,
  });
  const cause = { actor: 'operator:ada', reason: 'test', requestId: 'r-1' };
  const call: ChangeCall = { cause, deadline: Infinity, approval: null, once: null, expectedRevision: null };
  return {
    commands,
    call,
    at: (ms) => void (now = START + ms),
    async ask(uid, amount, to = TO) {
      const intent = { kind: 'transfer', chainId: CHAIN, amount, address: to, tag: null };
      const { referenceId } = await commands.registerPermit(call, uid, intent);
      const { rule } = await commands.read(call, { uid, referenceId });
      return { id: referenceId, granted: rule === 'granted' };
    },
    settle: async (uid, id) => void (await commands.settlePermit(call, uid, id, null)),
  };
}

export const sliding = (ms: number, max: string) => ({ kind: 'sliding', ms, max });

/** One chain with 10 in any day, a tier with 8, and a user with a balance and two places to send to. */
export async function withOneUser(world: World, uid = 'ada'): Promise<void> {
  const { commands, call } = world;
  await commands.enableChain(call, { chainId: CHAIN, limits: [sliding(DAY, '10')] });
  await commands.changeSettings(call, { coolingOffMs: 0, balanceMaxAgeMs: 31 * DAY });
  await commands.createTier(call, 'retail', {});
  await commands.setTierLimits(call, 'retail', { chainId: CHAIN, limits: [sliding(DAY, '8')] });
  await addUser(world, uid);
}

export async function addUser({ commands, call }: World, uid: string): Promise<void> {
  const secrets = { username: `hmac-of-${uid}`, password: '$argon2id$not-in-any-event' };
  await commands.createUser(call, { uid, role: 'signer', tier: 'retail' }, secrets);
  await commands.pushBalance(call, uid, { chainId: CHAIN, amount: '1000', asOf: START });
  for (const address of [TO, 'elsewhere']) {
    await commands.addDestination(call, uid, { chainId: CHAIN, address, label: '' });
  }
}

/** A history with every kind of aggregate and of decision in it. */
export async function withHistory(world: World): Promise<void> {
  const { commands, call, at, ask, settle } = world;
  await withOneUser(world);
  await commands.createMachine(call, { machineId: 'bot', uid: 'ada', role: 'signer' });
  const first = await ask('ada', '5');
  at(HOUR);
  await settle('ada', first.id);
  await ask('ada', '5'); // refused: the tier allows 8
  await commands.setTierLimits(call, 'retail', { chainId: CHAIN, limits: [sliding(DAY, '9')] });
  const second = await ask('ada', '4');
  await commands.receive(call, JSON.stringify({ uid: 'ada', status: 'done', ref: second.id }));
  await commands.freezeUser(call, 'ada', true);
  await commands.read(call, { uid: 'bot', referenceId: '' });
  await commands.freezeUser(call, 'ada', false);
  await commands.freezeMachine(call, 'bot', true);
  await commands.read(call, { uid: 'bot', referenceId: '' });
  await commands.changeTier(call, 'retail', { mode: 'budget' });
  await commands.read(call, { uid: 'ada', referenceId: '' });
  await commands.changePassword(call, 'ada', '$argon2id$another');
}
