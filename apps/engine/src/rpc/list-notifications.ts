import { fault, type Notification } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import type { Stored } from '@countersign/store';
import type { EngineDeps } from '../deps';
import { fitting, isLastPage } from '../page-size';

/** Payloads may be large. */
const MAX_ROWS = 100;

/** In order of digest, which is no order in time: a page is for looking, not for following. */
export const listNotifications =
  ({ store }: Pick<EngineDeps, 'store'>): AdminHandlers['listNotifications'] =>
  async ({ uid, outcome, after, limit }, { deadline }) => {
    if (limit > MAX_ROWS) throw fault('invalid', { details: [`limit: must be at most ${MAX_ROWS}`] });
    const size = limit === 0 ? MAX_ROWS : limit;
    const where = { ...(uid !== '' && { uid }), ...(outcome !== '' && { outcome }) };
    const rows = await store.list<Notification>(
      'notification',
      { where, ...(after !== '' && { after }), limit: size },
      { deadline },
    );
    const page = fitting(rows);
    const last = isLastPage(page.length, rows.length, size);
    return { notifications: page.map(view), nextAfter: last ? '' : (page.at(-1)?.id ?? '') };
  };

const view = ({ state }: Stored<Notification>) => ({
  digest: state.digest,
  uid: state.uid ?? '',
  receivedAtMs: state.receivedAt,
  type: state.classified.type ?? '',
  rule: state.classified.rule ?? '',
  outcome: state.classified.outcome,
  referenceId: state.classified.effect?.permitId ?? '',
  payload: state.raw,
});
