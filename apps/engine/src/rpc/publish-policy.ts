import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';
import { policyOf } from '../policy-lookup';

type Deps = Pick<EngineDeps, 'commands' | 'policies' | 'publications'>;

/** Puts a version in force, or goes on with what was interrupted. Tells it as it is then. */
export const publishPolicy =
  (deps: Deps): AdminHandlers['publishPolicy'] =>
  async ({ cause, version }, context) => {
    await deps.commands.publishPolicy(fromAdmin(cause, context), version);
    return policyOf(deps, version, context.deadline);
  };
