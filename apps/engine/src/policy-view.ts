import { policyVersionStatus, type PolicyVersion, type Publication } from '@countersign/policy';
import type { Policy } from '@countersign/rpc';
import type { Stored } from '@countersign/store';

export const policyView = (
  { revision, state }: Stored<PolicyVersion>,
  publication: Publication | undefined,
): Policy => ({
  version: state.version,
  document: state.document,
  status: policyVersionStatus(state, publication),
  draftedBy: state.draftedBy,
  reason: state.reason,
  draftedAtMs: state.draftedAt,
  publishedBy: state.published?.by ?? '',
  publishedAtMs: state.published?.at ?? 0,
  revision,
});
