import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

/** Effective at the next /read. Unfreezing loosens. */
export const setFreeze =
  ({ commands }: Pick<EngineDeps, 'commands'>): AdminHandlers['setFreeze'] =>
  async ({ cause, scope, subject, frozen }, context) => {
    const call = fromAdmin(cause, context);
    const change = () => {
      if (scope === 'platform' && subject === '') return commands.freezePlatform(call, frozen);
      if (scope === 'chain') return commands.freezeChain(call, subject, frozen);
      if (scope === 'tier') return commands.freezeTier(call, subject, frozen);
      if (scope === 'user') return commands.freezeUser(call, subject, frozen);
      if (scope === 'machine') return commands.freezeMachine(call, subject, frozen);
      throw fault('invalid', {
        details: ['scope: must be platform (with an empty subject), chain, tier, user or machine'],
      });
    };
    const { revision } = await change();
    return { revision };
  };
