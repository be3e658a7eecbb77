import { setImmediate } from 'node:timers/promises';
import {
  genesis,
  verifyChain,
  type ChainBreak,
  type Head,
  type Kind,
  type Store,
  type StoredEvent,
} from '@countersign/store';

const PAGE = 500;
export const BEGINNING: Head = { seq: 0, hash: genesis };

export interface Chained {
  readonly kind: Kind;
  readonly id: string;
}

/**
 * Lets everything else have its turn: an embedded store answers without ever waiting, so long work would otherwise hear
 * of its end only at its end, and everybody else would wait for it. Throws when the work was ended.
 */
export async function breathe(signal: AbortSignal): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}

/**
 * Hands on the events of one aggregate up to `head`, a page at a time and each only after the chain holds up to it.
 * Returns the first broken place, behind which nothing is handed on; undefined when the chain holds and ends at `head`.
 */
export async function followChain(
  store: Pick<Store, 'history'>,
  { kind, id }: Chained,
  head: Head,
  signal: AbortSignal,
  each: (event: StoredEvent) => void | Promise<void>,
): Promise<ChainBreak | undefined> {
  let from = BEGINNING;
  while (from.seq < head.seq) {
    await breathe(signal);
    const limit = Math.min(PAGE, head.seq - from.seq);
    const page = await store.history(kind, id, { afterSeq: from.seq, limit });
    const last = page.at(-1);
    const isEnd = last === undefined || last.seq >= head.seq;
    const broken = verifyChain(page, isEnd ? { from, head } : { from });
    for (const event of page) {
      if (broken !== undefined && event.seq >= broken.seq) break;
      await each(event);
    }
    if (broken !== undefined || last === undefined) return broken;
    from = { seq: last.seq, hash: last.hash };
  }
  return undefined;
}
