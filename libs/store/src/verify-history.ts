/**
 * Verifies the whole chain of one aggregate against its head, a page at a time, so that memory does not grow with the
 * chain. It may run while others commit: the head is read first and the chain followed up to it; an event behind it is
 * held against the chain only if the head, read once more, still does not know of it.
 *
 * `list` shows every aggregate there is, by kind. An aggregate that was removed with its head shows nowhere but in
 * `events`: an event whose aggregate has no head, or one before it.
 */
import { genesis, verifyChain } from './chain';
import type { ChainBreak, Head } from './chain';
import type { Kind, Store } from './store';

const pageSize = 500;

/** The first broken place, or undefined when the chain holds. Throws what the store throws. */
export const verifyHistory = async (
  store: Pick<Store, 'head' | 'history'>,
  kind: Kind,
  id: string,
): Promise<ChainBreak | undefined> => {
  const start: Head = { seq: 0, hash: genesis };
  const head = (await store.head(kind, id)) ?? start;
  let from = start;
  while (from.seq < head.seq) {
    const limit = Math.min(pageSize, head.seq - from.seq);
    const page = await store.history(kind, id, { afterSeq: from.seq, limit });
    const last = page.at(-1);
    const isEnd = last === undefined || last.seq >= head.seq;
    const broken = verifyChain(page, isEnd ? { from, head } : { from });
    if (broken !== undefined || last === undefined) return broken;
    from = { seq: last.seq, hash: last.hash };
  }
  const [behind] = await store.history(kind, id, { afterSeq: head.seq, limit: 1 });
  if (behind === undefined) return undefined;
  const now = (await store.head(kind, id)) ?? start;
  return now.seq > head.seq ? undefined : { seq: head.seq + 1, reason: 'beyond head' };
};
