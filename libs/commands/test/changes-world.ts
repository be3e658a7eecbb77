import { randomUUID } from 'node:crypto';
import { NO_UPDATE_RULES, type ProposedChange, type Settings, type User } from '@countersign/policy';
import type { Store, Stored } from '@countersign/store';
import {
  createAggregates,
  createCommands,
  createProposedChanges,
  type ChangeCall,
  type ChangeMethods,
  type Commands,
  type ProposedChanges,
} from '../src';
import { CHAIN, DAY, START, callOf, perDay, withAda } from './world';

/** A few of the mutations, with requests as the commands take them. */
export const methods: ChangeMethods = {
  setUserLimits: (commands, call, request) => commands.setUserLimits(call, 'ada', request),
  setTierLimits: (commands, call, request) => commands.setTierLimits(call, 'retail', request),
  raiseGold: (commands, call, request) => commands.setTierLimits(call, 'gold', request),
  overrideLimit: (commands, call, request) => commands.overrideLimit(call, 'ada', request),
  changeSettings: (commands, call, request) => commands.changeSettings(call, request),
  enableChain: (commands, call, request) => commands.enableChain(call, request),
  createMachine: (commands, call, request) =>
    commands.createMachine(call, request as { machineId: string; uid: string; role: string }),
  updateUser: (commands, call, request) => commands.updateUser(call, 'ada', request),
  unfreezeUser: (commands, call) => commands.freezeUser(call, 'ada', false),
  publishPolicy: (commands, call, request) =>
    commands.publishPolicy(call, (request as { readonly version: number }).version),
};

/** One engine's commands and changes. Its time stands still until `goTo`. */
export interface ChangesEngine {
  readonly store: Store;
  readonly commands: Commands;
  readonly proposed: ProposedChanges;
  readonly ended: readonly string[];
  goTo(ms: number): void;
  ada(): Promise<User>;
  change(changeId: string): Promise<ProposedChange>;
}

export function createChangesEngine(store: Store): ChangesEngine {
  let time = START;
  const now = () => time;
  const aggregates = createAggregates({ store, now });
  const deps = { ...aggregates, store, now, newId: randomUUID, updateRules: NO_UPDATE_RULES };
  const commands = createCommands(deps);
  const ended: string[] = [];
  const proposed = createProposedChanges({
    ...deps,
    commands,
    methods,
    ended: (_, how) => void ended.push(how),
  });
  const found = <S>(stored: Stored<S> | undefined): S => {
    if (stored === undefined) throw new Error('it is not there');
    return stored.state;
  };
  return {
    store,
    commands,
    proposed,
    ended,
    goTo: (ms) => void (time = START + ms),
    ada: async () => found(await aggregates.users.get('ada', Infinity)),
    change: async (changeId) => found(await aggregates.changes.get(changeId, Infinity)),
  };
}

export const ann = callOf('officer:ann');
export const bob = callOf('officer:bob');

/** With a key: as often as it is made, it is one call. */
export const keyed = (call: ChangeCall, name: string): ChangeCall => ({
  ...call,
  once: { name, inputs: name },
});

export const FAR = START + 300 * DAY;
export const upTo = (max: string, chainId = CHAIN) => ({ chainId, limits: [perDay(max)] });

/** Ada with 5 of 10 a day, where a loosening needs what `settings` say. */
export async function withOfficers(
  engine: ChangesEngine,
  settings: Partial<Settings> = { loosening: 'approved' },
): Promise<void> {
  await withAda(engine);
  await engine.commands.setUserLimits(ann, 'ada', upTo('5'));
  await engine.commands.changeSettings(ann, settings);
}

export const propose = async (
  engine: ChangesEngine,
  request: object = upTo('8'),
  method = 'setUserLimits',
): Promise<string> => (await engine.proposed.propose(ann, method, request)).id;

export const capOf = ({ limits }: User): string | undefined => limits[0]?.limits[0]?.max;

export const eventsOf = async (store: Store, type: string): Promise<number> =>
  (await store.events({ after: 0, limit: 1000 })).filter((event) => event.type === type).length;
