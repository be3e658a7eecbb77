import { parsePolicyInTurns } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';
import { policyOf } from '../policy-lookup';
import { inTurns } from '../policy-turns';

type Deps = Pick<EngineDeps, 'commands' | 'policies' | 'publications'>;

/** Keeps a document as the next version. Changes nothing else. */
export const draftPolicy =
  (deps: Deps): AdminHandlers['draftPolicy'] =>
  async ({ cause, document }, context) => {
    await inTurns(parsePolicyInTurns(document), context.signal);
    const { version } = await deps.commands.draftPolicy(fromAdmin(cause, context), document);
    return policyOf(deps, version, context.deadline);
  };
