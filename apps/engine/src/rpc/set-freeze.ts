import {
  PLATFORM_ID,
  fault,
  freezeChain,
  freezeMachine,
  freezePlatform,
  freezeUser,
} from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

type Deps = Pick<EngineDeps, 'platform' | 'users' | 'machines'>;

/** Effective at the next /read. */
export const setFreeze =
  ({ platform, users, machines }: Deps): AdminHandlers['setFreeze'] =>
  async ({ cause, scope, subject, frozen }, context) => {
    const call = fromAdmin(cause, context);
    const change = () => {
      if (scope === 'platform' && subject === '') {
        return platform.change(PLATFORM_ID, call, (state) => freezePlatform(state, frozen));
      }
      if (scope === 'chain')
        return platform.change(PLATFORM_ID, call, (state) => freezeChain(state, subject, frozen));
      if (scope === 'user') return users.change(subject, call, (state) => freezeUser(state, frozen));
      if (scope === 'machine') return machines.change(subject, call, (state) => freezeMachine(state, frozen));
      throw fault('invalid', {
        details: ['scope: must be platform (with an empty subject), chain, user or machine'],
      });
    };
    const { revision } = await change();
    return { revision };
  };
