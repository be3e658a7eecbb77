import { createPast } from '@countersign/commands';
import type { Keyring } from '@countersign/evidence';
import { kinds, type Kind } from '@countersign/store';
import type { Finding } from './finding';
import type { AuditedStore } from './open-audited';
import { verifyAggregate } from './verify-aggregate';
import { verifyLog } from './verify-log';

export interface Report {
  readonly aggregates: number;
  readonly events: number;
  readonly decisions: number;
  /** How many there are altogether. */
  readonly found: number;
  /** The first of them. */
  readonly findings: readonly Finding[];
}

/** One forged event of the platform can be wrong for every decision since; nobody reads more than this. */
const KEPT_FINDINGS = 1_000;

interface Deps {
  readonly store: AuditedStore;
  readonly signal: AbortSignal;
  readonly progress: (text: string) => void;
  /** Of the keys that sign checkpoints; without it their signatures are not looked at. */
  readonly keyring?: Keyring | undefined;
}

/** Every aggregate of every kind, and the log for what belongs to none. Memory does not grow with the store. */
export async function verifyStore({ store, signal, progress, keyring }: Deps): Promise<Report> {
  const past = createPast(store);
  const findings: Finding[] = [];
  let [aggregates, events, decisions, found] = [0, 0, 0, 0];
  const add = (more: readonly Finding[]): void => {
    found += more.length;
    findings.push(...more.slice(0, KEPT_FINDINGS - findings.length));
  };
  for (const kind of kinds) {
    const unreadable = await eachId(store, kind, async (id) => {
      signal.throwIfAborted();
      const verified = await verifyAggregate({ store, past, signal }, kind, id);
      add(verified.findings);
      aggregates += 1;
      events += verified.events;
      decisions += verified.decisions;
      progress(
        `verified ${aggregates} aggregates, ${events} events, ${decisions} decisions; ${found} findings`,
      );
    });
    if (unreadable !== undefined) add([unreadable]);
  }
  const told = (position: number): void => progress(`log: ${position} events`);
  for await (const finding of verifyLog(store, signal, told, keyring)) {
    add([finding]);
  }
  return { aggregates, events, decisions, found, findings };
}

/** Small pages: a list comes with whole states. */
const PAGE = 50;

/** In order of id. Returns a finding where the list itself cannot be read any further. */
export async function eachId(
  store: Pick<AuditedStore, 'list'>,
  kind: Kind,
  each: (id: string) => Promise<void>,
): Promise<Finding | undefined> {
  let after = '';
  for (;;) {
    let ids: readonly string[];
    try {
      ids = (await store.list(kind, { after, limit: PAGE })).map(({ id }) => id);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      const message = `one of the next ${PAGE} stored states is not JSON; from here on this kind was not verified`;
      return { kind, id: after, seq: null, reason: 'unreadable', message };
    }
    for (const id of ids) await each(id);
    const last = ids.at(-1);
    if (last === undefined) return undefined;
    after = last;
  }
}
