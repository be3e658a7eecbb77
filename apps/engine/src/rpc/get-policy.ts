import { fetchPolicy } from '@countersign/commands';
import { documentOf, policyText } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import type { EngineDeps } from '../deps';
import { policyOf } from '../policy-lookup';

type Deps = Pick<EngineDeps, 'policies' | 'publications' | 'platform' | 'store'>;

/** A version; without one what is in force now, whoever put it there and by which way. */
export const getPolicy =
  (deps: Deps): AdminHandlers['getPolicy'] =>
  async ({ version }, { deadline }) => {
    if (version !== 0) return policyOf(deps, version, deadline);
    const { inForce } = await fetchPolicy(deps, deadline);
    return {
      version: 0,
      document: policyText(documentOf(inForce)),
      status: 'published',
      draftedBy: '',
      reason: '',
      draftedAtMs: 0,
      publishedBy: '',
      publishedAtMs: 0,
      revision: 0,
    };
  };
