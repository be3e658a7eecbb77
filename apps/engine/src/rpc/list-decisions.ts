import { isDecision, type PolicyEvent } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import type { EngineDeps } from '../deps';
import { fitting, isLastPage, pageSize } from '../page-size';

/** Oldest first. A page may hold fewer decisions than were asked for, because other events lie between them. */
export const listDecisions =
  ({ store }: Pick<EngineDeps, 'store'>): AdminHandlers['listDecisions'] =>
  async ({ uid, afterSeq, limit }) => {
    const size = pageSize(limit);
    const read = await store.history('user', uid, { afterSeq, limit: size });
    const page = fitting(read);
    const decisions = page
      .map(({ type, data }) => ({ type, data }) as PolicyEvent)
      .filter(isDecision)
      .map(({ data }) => ({ decisionId: data.id, json: JSON.stringify(data) }));
    const last = isLastPage(page.length, read.length, size);
    return { decisions, nextAfterSeq: last ? 0 : (page.at(-1)?.seq ?? 0) };
  };
