import { fetchPolicy } from '@countersign/commands';
import {
  isFault,
  parsePolicyDocument,
  planPolicy,
  policyDifferences,
  refuseUnnamedTiers,
  type InForce,
} from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import type { EngineDeps } from '../deps';
import { documentText } from '../policy-lookup';

type Deps = Pick<EngineDeps, 'policies' | 'platform' | 'store'>;

/** What is wrong with a document, and what it would change of what is in force now. */
export const validatePolicy =
  (deps: Deps): AdminHandlers['validatePolicy'] =>
  async (request, { deadline }) => {
    const text = await documentText(deps, request, deadline);
    const { inForce } = await fetchPolicy(deps, deadline);
    try {
      return { mistakes: [], ...changesOf(text, inForce, request.version === 0) };
    } catch (error) {
      if (!isFault(error, 'invalid')) throw error;
      return { mistakes: [...error.details], differences: [], loosenings: [] };
    }
  };

function changesOf(text: string, inForce: InForce, isNew: boolean) {
  const document = parsePolicyDocument(text);
  // Tiers that came after a version was drafted stay as they are: it can still be gone back to.
  if (isNew) refuseUnnamedTiers(document, inForce);
  planPolicy(inForce, document);
  const all = policyDifferences(inForce, document);
  return {
    differences: all.map((one) => one.text),
    loosenings: all.filter(({ loosens }) => loosens).map((one) => one.text),
  };
}
