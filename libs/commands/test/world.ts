import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isFault, parseUpdateRules, type FaultCode, type UpdateRules } from '@countersign/policy';
import { openStore, type Store } from '@countersign/store';
import { createMemoryDisk, openMemoryStore, type MemoryDisk } from '@countersign/store/testing';
import { createAggregates, createCommands, type ChangeCall, type Commands } from '../src';

export const START = Date.UTC(2026, 0, 5, 9);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const CHAIN = 'coin'; // of no known family: an address is any text
export const TO = 'somewhere';

/** A database that any number of engines may have open at once. */
export interface Database {
  open(): Promise<Store>;
  dispose(): Promise<void>;
}

export const onDisk = (disk: MemoryDisk): Store => openMemoryStore(disk, { now: () => START });

async function memory(): Promise<Database> {
  const disk = createMemoryDisk();
  return { open: async () => onDisk(disk), dispose: async () => undefined };
}

async function sqlite(): Promise<Database> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-commands-'));
  const stores: Store[] = [];
  return {
    async open() {
      const store = await openStore(`sqlite:${join(folder, 'store.db')}`, {
        now: () => START,
        newId: randomUUID,
      });
      stores.push(store);
      return store;
    },
    async dispose() {
      for (const store of stores) await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const databases: readonly (readonly [string, () => Promise<Database>])[] = [
  ['in memory', memory],
  ['on SQLite', sqlite],
];

/** A payload is told by its `event`; `ref` names the permit, `moved` the amount. */
export const updateRules: UpdateRules = parseUpdateRules({
  schema: 1,
  types: [
    trusted('transfer.completed', {
      effect: 'settle',
      match: { by: 'reference', path: '/ref' },
      amount: '/moved',
    }),
    trusted('transfer.failed', { effect: 'release', match: { by: 'reference', path: '/ref' } }),
    trusted('transfer.arrived', { effect: 'settle', match: { by: 'destination' } }),
    { name: 'wallet.opened' },
  ],
  rules: [
    recognised('completed', 'transfer.completed'),
    recognised('failed', 'transfer.failed'),
    recognised('arrived', 'transfer.arrived'),
    recognised('opened', 'wallet.opened'),
    { name: 'both', type: 'transfer.failed', when: [{ path: '/failed', equals: true }] },
  ],
});

function trusted(name: string, trust: object) {
  return { name, trusted: true, ...trust };
}

function recognised(event: string, type: string) {
  return { name: event, type, when: [{ path: '/event', equals: event }] };
}

/** One engine's commands. Their time stands still until `goTo`. */
export interface Engine {
  readonly store: Store;
  readonly commands: Commands;
  goTo(ms: number): void;
}

export function createEngine(store: Store): Engine {
  let time = START;
  const now = () => time;
  const commands = createCommands({
    ...createAggregates({ store, now }),
    store,
    now,
    newId: randomUUID,
    updateRules,
  });
  return { store, commands, goTo: (ms) => void (time = START + ms) };
}

/** `by`: of a proposed change that this person approved. */
export const callOf = (actor = 'operator:ada', by: string | null = null): ChangeCall => ({
  cause: { actor, reason: 'test', requestId: 'r-1' },
  deadline: START + 400 * DAY,
  approval: by === null ? null : { by, since: START },
  once: null,
  expectedRevision: null,
});
export const call = callOf();

export const perDay = (max: string) => ({ kind: 'sliding', ms: DAY, max });
export const secrets = { username: 'hmac-of-ada', password: '$argon2id$of-ada' };

/** A chain that allows `cap` a day, a tier that adds nothing, and ada in it, rich and with one place to send to. */
export async function withAda({ commands }: Pick<Engine, 'commands'>, cap = '10'): Promise<void> {
  await commands.enableChain(call, { chainId: CHAIN, limits: [perDay(cap)] });
  await commands.changeSettings(call, { coolingOffMs: 0 });
  await commands.createTier(call, 'retail', {});
  await commands.createUser(call, { uid: 'ada', role: 'signer', tier: 'retail' }, secrets);
  await commands.pushBalance(call, 'ada', { chainId: CHAIN, amount: '1000', asOf: START - HOUR });
  await commands.addDestination(call, 'ada', { chainId: CHAIN, address: TO, label: '' });
}

export async function permit(
  { commands }: Pick<Engine, 'commands'>,
  amount: string,
  address = TO,
): Promise<string> {
  const intent = { kind: 'transfer', chainId: CHAIN, amount, address, tag: null };
  return (await commands.registerPermit(call, 'ada', intent)).referenceId;
}

/** Registered and read once, granted. */
export async function hold(engine: Pick<Engine, 'commands'>, amount: string, address = TO): Promise<string> {
  const referenceId = await permit(engine, amount, address);
  const { rule } = await engine.commands.read(call, { uid: 'ada', referenceId });
  if (rule !== 'granted') throw new Error(`not granted: ${rule}`);
  return referenceId;
}

/** The code a call is refused with; 'none' when it is not. A throw that is no Fault fails the test. */
export async function codeOf(work: Promise<unknown>): Promise<FaultCode | 'none'> {
  try {
    await work;
    return 'none';
  } catch (error) {
    if (isFault(error)) return error.code;
    throw error;
  }
}
