import { breathe } from '@countersign/commands';
import type { Keyring } from '@countersign/evidence';
import type { StoredEvent } from '@countersign/store';
import type { Finding } from './finding';
import type { AuditedStore } from './open-audited';
import { createCheckpointCheck } from './verify-checkpoints';

const PAGE = 500;
/** Aggregates whose head was seen lately; asking again is only work. */
const REMEMBERED = 10_000;

/**
 * All events in the order they were committed. An aggregate that was removed as a whole shows in no list: here it is
 * events without a head, or, with its events gone as well, a hole in the positions. Behind a hole nothing can be said
 * about checkpoints any more.
 */
export async function* verifyLog(
  store: Pick<AuditedStore, 'events' | 'head'>,
  signal: AbortSignal,
  progress: (position: number) => void,
  keyring?: Keyring,
): AsyncGenerator<Finding> {
  const known = new Set<string>();
  const checkpoint = createCheckpointCheck(keyring);
  let whole = true;
  let last = 0;
  for (;;) {
    await breathe(signal);
    const page = await readable(() => store.events({ after: last, limit: PAGE }));
    if (page === 'unreadable') {
      const message = `one of the next ${PAGE} events is not JSON; from here on the log was not verified`;
      yield { kind: 'log', id: String(last), seq: null, reason: 'unreadable', message };
      return;
    }
    if (page.length === 0) return;
    for (const event of page) {
      if (event.position !== last + 1) {
        whole = false;
        const message = `events ${last + 1} to ${event.position - 1} of the log are missing`;
        yield { kind: 'log', id: String(last + 1), seq: null, reason: 'gap', message };
      }
      last = event.position;
      for (const finding of [await headless(event), whole ? checkpoint(event) : undefined]) {
        if (finding !== undefined) yield finding;
      }
    }
    progress(last);
  }

  async function headless({ kind, id, seq }: StoredEvent): Promise<Finding | undefined> {
    const name = `${kind} ${id}`;
    if (known.has(name)) return undefined;
    known.add(name);
    for (const oldest of known) {
      if (known.size <= REMEMBERED) break;
      known.delete(oldest);
    }
    if ((await store.head(kind, id)) !== undefined) return undefined;
    return { kind, id, seq, reason: 'headless', message: 'there are events of it, but it is not there' };
  }
}

async function readable(
  read: () => Promise<readonly StoredEvent[]>,
): Promise<readonly StoredEvent[] | 'unreadable'> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof SyntaxError) return 'unreadable';
    throw error;
  }
}
