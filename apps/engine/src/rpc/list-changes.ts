import { changeStatus, changeStatuses, fault, type ProposedChange } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import { changeView } from '../change-message';
import type { EngineDeps } from '../deps';
import { fitting, isLastPage } from '../page-size';

/** What a change would do may take much to tell. */
const MAX_ROWS = 100;
/** What a change is found by; until it has ended, its status depends on the time. */
const facets: Readonly<Record<string, string>> = {
  applied: 'applied',
  rejected: 'rejected',
  failed: 'failed',
  expired: 'expired',
  pending: 'open',
  approved: 'open',
};

/** In order of id, which is that of time. A page may have fewer rows than asked for and not be the last. */
export const listChanges =
  ({ store, now }: Pick<EngineDeps, 'store' | 'now'>): AdminHandlers['listChanges'] =>
  async ({ status, after, limit }, { deadline }) => {
    if (limit > MAX_ROWS) throw fault('invalid', { details: [`limit: must be at most ${MAX_ROWS}`] });
    const facet = Object.hasOwn(facets, status) ? facets[status] : undefined;
    if (status !== '' && facet === undefined) {
      throw fault('invalid', { details: [`status: must be one of ${changeStatuses.join(', ')}`] });
    }
    const size = limit === 0 ? MAX_ROWS : limit;
    const rows = await store.list<ProposedChange>(
      'change',
      { where: facet === undefined ? {} : { status: facet }, ...(after !== '' && { after }), limit: size },
      { deadline },
    );
    const at = now();
    const page = fitting(rows);
    const last = isLastPage(page.length, rows.length, size);
    return {
      changes: page
        .filter(({ state }) => status === '' || changeStatus(state, at) === status)
        .map((stored) => changeView(stored, at)),
      nextAfter: last ? '' : (page.at(-1)?.id ?? ''),
    };
  };
