import { fetchPolicy } from '@countersign/commands';
import {
  differencesInTurns,
  firstOf,
  isFault,
  parsePolicyInTurns,
  planInTurns,
  refuseUnnamedTiers,
  type InForce,
} from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import type { EngineDeps } from '../deps';
import { documentText } from '../policy-lookup';
import { inTurns } from '../policy-turns';

type Deps = Pick<EngineDeps, 'policies' | 'platform' | 'store'>;

/** Of each list. Well under what one message may hold. */
const MAX_TOLD = 500;

/** What is wrong with a document, and what it would change of what is in force now. */
export const validatePolicy =
  (deps: Deps): AdminHandlers['validatePolicy'] =>
  async (request, { deadline, signal }) => {
    const text = await documentText(deps, request, deadline);
    const { inForce } = await fetchPolicy(deps, deadline);
    try {
      return { mistakes: [], ...(await changesOf(text, inForce, request.version === 0, signal)) };
    } catch (error) {
      if (!isFault(error, 'invalid')) throw error;
      return { mistakes: [...firstOf(error.details, MAX_TOLD)], differences: [], loosenings: [] };
    }
  };

async function changesOf(text: string, inForce: InForce, isNew: boolean, signal: AbortSignal) {
  const document = await inTurns(parsePolicyInTurns(text), signal);
  // Tiers that came after a version was drafted stay as they are: it can still be gone back to.
  if (isNew) refuseUnnamedTiers(document, inForce);
  await inTurns(planInTurns(inForce, document), signal);
  const all = await inTurns(differencesInTurns(inForce, document), signal);
  const told = (some: typeof all) => [
    ...firstOf(
      some.map(({ text }) => text),
      MAX_TOLD,
    ),
  ];
  return { differences: told(all), loosenings: told(all.filter(({ loosens }) => loosens)) };
}
