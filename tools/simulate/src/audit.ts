import {
  decideAgain,
  evolve,
  isDecision,
  replayable,
  type AggregateKind,
  type States,
  type User,
} from '@countersign/policy';
import { verifyHistory, type Kind, type Store } from '@countersign/store';
import { openMemoryStore, type MemoryDisk } from '@countersign/store/testing';
import type { Books } from './model/books';
import type { Random } from './random';
import { count, type Tally } from './tally';
import { demand } from './violation';

export interface AuditDeps {
  readonly disk: MemoryDisk;
  readonly books: Books;
  readonly now: () => number;
  readonly random: Random;
  readonly tally: Tally;
}

/** Decisions about users rest on the others. */
const OUTER_FIRST = ['platform', 'tier', 'machine', 'user', 'notification'] as const;
/** One decision in so many is decided again. */
const SAMPLE = 8;

/**
 * What must hold of everything that is stored: every chain links up to its head, every state is what its events make of
 * nothing, byte for byte, a sample of decisions comes out the same when it is decided again, and the open holds are
 * those the model knows. Throws Violation.
 */
export async function audit({ disk, books, now, random, tally }: AuditDeps): Promise<void> {
  const store = openMemoryStore(disk, { now });
  const histories: Histories = { platform: new Map(), tier: new Map(), machine: new Map() };
  for (const kind of OUTER_FIRST) {
    for (const id of disk.tables[kind].records.keys()) {
      const broken = await verifyHistory(store, kind, id);
      demand(
        broken === undefined,
        () => `the chain of ${kind} ${id} breaks at ${broken?.seq}: ${broken?.reason}`,
      );
      count(tally, 'chains');
      await replay(store, kind, id, histories, random, tally);
    }
  }
  for (const [uid, user] of books.users) {
    const stored = await store.get<User>('user', uid);
    const held = (stored?.state.permits ?? []).filter(({ hold }) => hold !== null).map(({ id }) => id);
    const known = [...user.holds.keys()];
    demand(
      [...held].sort().join() === [...known].sort().join(),
      () => `${uid} holds ${held.join(' ')}, and must hold ${known.join(' ')}`,
    );
  }
}

/** Every state that others were decided on, by the number of its last event. */
type Histories = {
  readonly [K in 'platform' | 'tier' | 'machine']: Map<string, States[K][]>;
};

async function replay(
  store: Store,
  kind: Kind,
  id: string,
  histories: Histories,
  random: Random,
  tally: Tally,
): Promise<void> {
  const events = await store.history(kind, id);
  const stored = await store.get<States[AggregateKind]>(kind, id);
  let state: States[AggregateKind] | undefined;
  const states: States[AggregateKind][] = [];
  for (const event of events) {
    const fact = { type: event.type, data: event.data as object };
    if (kind === 'user' && state !== undefined && isDecision(fact) && random.below(SAMPLE) === 0) {
      const { revisions, tierId, machineId } = fact.data;
      const again = decideAgain(state as User, fact.data, {
        platform: histories.platform.get('platform')?.[revisions.platform - 1],
        tier: tierId === null ? undefined : histories.tier.get(tierId)?.[(revisions.tier ?? 0) - 1],
        machine:
          machineId === null ? undefined : histories.machine.get(machineId)?.[(revisions.machine ?? 0) - 1],
      });
      const same = JSON.stringify(again.events) === JSON.stringify([fact]);
      demand(same, () => `${fact.data.id} comes out otherwise when it is decided again`);
      count(tally, 'decided again');
    }
    state = evolve<AggregateKind>(kind, state, fact);
    if (kind !== 'user' && kind !== 'notification') states.push(state);
  }
  const rebuilt = JSON.stringify(state);
  const kept = stored && JSON.stringify(replayable<AggregateKind>(kind, stored.state));
  demand(rebuilt === kept, () => `${kind} ${id} is not what its events make of it`);
  count(tally, 'replayed');
  if (kind === 'platform' || kind === 'tier' || kind === 'machine') {
    (histories[kind] as Map<string, States[AggregateKind][]>).set(id, states);
  }
}
