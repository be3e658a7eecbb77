import { createHash } from 'node:crypto';
import { BEGINNING, followChain, type Past } from '@countersign/commands';
import {
  evolve,
  isDecision,
  readPayload,
  replayable,
  type AggregateKind,
  type Decision,
  type Notification,
  type States,
  type User,
} from '@countersign/policy';
import type { StoredEvent } from '@countersign/store';
import { chainFinding, type Finding } from './finding';
import type { AuditedStore } from './open-audited';
import { differing, recompute } from './recompute';

export interface Verified {
  readonly events: number;
  readonly decisions: number;
  readonly findings: readonly Finding[];
}

interface Deps {
  readonly store: Pick<AuditedStore, 'get' | 'head' | 'history'>;
  readonly past: Past;
  readonly signal: AbortSignal;
}

/**
 * One aggregate: its chain against its head, the state its events make against the one stored, its decisions against
 * what is decided again.
 *
 * It may run while others commit, and needs no luck for it: the state is read between two readings of the head, so it
 * must be the one at the first head, at the second, or between; the chain is followed up to the second. An event behind
 * that is at fault only if the head, read once more, still does not know of it.
 */
export async function verifyAggregate<K extends AggregateKind>(
  { store, past, signal }: Deps,
  kind: K,
  id: string,
): Promise<Verified> {
  const findings: Finding[] = [];
  const find = (seq: number | null, reason: Finding['reason'], message: string): void =>
    void findings.push({ kind, id, seq, reason, message });
  let decisions = 0;
  let events = 0;

  const first = (await store.head(kind, id)) ?? BEGINNING;
  const stored = await readable(() => store.get<States[K]>(kind, id));
  const head = (await store.head(kind, id)) ?? BEGINNING;
  const kept = stored === 'unreadable' ? undefined : stored?.state;
  if (!isState(kept)) find(null, 'unreadable', 'the stored state is not one of this version');
  const expected = isState(kept) ? kept : undefined;
  if (expected !== undefined && (expected.seq < first.seq || expected.seq > head.seq)) {
    const message = `the stored state is that of event ${expected.seq}, and the head is event ${head.seq}`;
    find(null, 'state differs', message);
  }

  let state: States[K] | undefined;
  let replays = true;
  const broken = await readable(() =>
    followChain(store, { kind, id }, head, signal, async (event) => {
      events += 1;
      if (!replays) return;
      if (isDecision(factOf(event))) {
        decisions += 1;
        const fact = factOf(event) as { readonly type: string; readonly data: Decision };
        const why = await recompute(past, state as User | undefined, fact);
        if (why !== undefined) find(event.seq, 'decision differs', why);
      }
      const next = evolved(kind, state, event);
      if (next instanceof Error) {
        replays = false;
        find(event.seq, 'unreplayable', `the event makes no state: ${next.message}`);
        return;
      }
      state = next;
      if (event.seq === expected?.seq) compare(expected, next);
    }),
  );
  if (broken === 'unreadable') find(await firstUnreadable(), 'unreadable', 'the event is not JSON');
  else if (broken !== undefined) findings.push(chainFinding(kind, id, broken));
  else if (await isBeyond())
    findings.push(chainFinding(kind, id, { seq: head.seq + 1, reason: 'beyond head' }));
  return { events, decisions, findings };

  function compare(keptState: States[K], made: States[K]): void {
    const [left, right] = [replayable(kind, keptState), replayable(kind, made)];
    if (JSON.stringify(left) !== JSON.stringify(right)) {
      const members = differing(left, right).join(', ');
      find(null, 'state differs', `the stored state is not what its events make: ${members}`);
    }
    if (kind === 'notification' && !isPayloadOf(id, keptState as Notification)) {
      find(null, 'payload differs', 'the kept payload is not the one that was received');
    }
  }

  async function firstUnreadable(): Promise<number> {
    for (let seq = events + 1; ; seq += 1) {
      const one = await readable(() => store.history(kind, id, { afterSeq: seq - 1, limit: 1 }));
      if (one === 'unreadable' || one.length === 0) return seq;
    }
  }

  async function isBeyond(): Promise<boolean> {
    const [behind] = await store.history(kind, id, { afterSeq: head.seq, limit: 1 });
    return behind !== undefined && ((await store.head(kind, id))?.seq ?? 0) <= head.seq;
  }
}

const factOf = ({ type, data }: StoredEvent) => ({ type, data: data as object });

const isState = <S extends { readonly schema: 2; readonly seq: number }>(state: S | undefined): state is S =>
  typeof state === 'object' && state !== null && state.schema === 2 && Number.isInteger(state.seq);

function evolved<K extends AggregateKind>(
  kind: K,
  state: States[K] | undefined,
  event: StoredEvent,
): States[K] | Error {
  try {
    return evolve(kind, state, factOf(event));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** A notification is named by the digest of its payload, whatever the spelling; no event holds the payload itself. */
function isPayloadOf(id: string, { raw }: Notification): boolean {
  try {
    return createHash('sha256').update(readPayload(raw).canonical, 'utf8').digest('hex') === id;
  } catch {
    return false;
  }
}

/** Stores keep JSON text and parse it when read; text that somebody broke makes them throw SyntaxError. */
async function readable<T>(read: () => Promise<T>): Promise<T | 'unreadable'> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof SyntaxError) return 'unreadable';
    throw error;
  }
}
