import { fault } from '@countersign/policy';
import type { SetFreezeRequest } from '@countersign/rpc';
import { handled, type Mutation } from '../mutation';

/** Effective at the next /read. Unfreezing loosens. */
export const setFreezeMutation: Mutation<SetFreezeRequest> = async (
  commands,
  call,
  { scope, subject, frozen },
) => {
  if (scope === 'platform' && subject === '') return commands.freezePlatform(call, frozen);
  if (scope === 'chain') return commands.freezeChain(call, subject, frozen);
  if (scope === 'tier') return commands.freezeTier(call, subject, frozen);
  if (scope === 'user') return commands.freezeUser(call, subject, frozen);
  if (scope === 'machine') return commands.freezeMachine(call, subject, frozen);
  throw fault('invalid', {
    details: ['scope: must be platform (with an empty subject), chain, tier, user or machine'],
  });
};

export const setFreeze = handled(setFreezeMutation);
