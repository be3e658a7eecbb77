import { lastVersion } from '@countersign/commands';
import { fault, policyVersionId, type PolicyVersion } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import type { EngineDeps } from '../deps';
import { fitting } from '../page-size';
import { fetchPublication } from '../policy-lookup';
import { policyView } from '../policy-view';

type Deps = Pick<EngineDeps, 'policies' | 'publications' | 'store'>;

const DEFAULT_ROWS = 20;
const MAX_ROWS = 100;

/** Newest first. Versions are numbered without gaps, so a page is a range of them. */
export const listPolicies =
  (deps: Deps): AdminHandlers['listPolicies'] =>
  async ({ beforeVersion, limit }, { deadline }) => {
    if (limit > MAX_ROWS) throw fault('invalid', { details: [`limit: must be at most ${MAX_ROWS}`] });
    const size = limit === 0 ? DEFAULT_ROWS : limit;
    const newest = await lastVersion(deps, deadline);
    const last = beforeVersion === 0 ? newest : Math.min(newest, beforeVersion - 1);
    const first = Math.max(1, last - size + 1);
    if (last < 1) return { policies: [], nextBefore: 0 };
    const [rows, publication] = await Promise.all([
      deps.store.list<PolicyVersion>(
        'policy',
        { after: policyVersionId(first - 1), limit: last - first + 1 },
        { deadline },
      ),
      fetchPublication(deps, deadline),
    ]);
    const policies = fitting(rows.map((stored) => policyView(stored, publication)).reverse());
    const oldest = policies.at(-1)?.version ?? 1;
    return { policies: [...policies], nextBefore: oldest === 1 ? 0 : oldest };
  };
