import { PLATFORM_ID, disableChain as decide } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

export const disableChain =
  ({ platform }: Pick<EngineDeps, 'platform'>): AdminHandlers['disableChain'] =>
  async ({ cause, ...command }, context) => {
    const { revision } = await platform.change(PLATFORM_ID, fromAdmin(cause, context), (state) =>
      decide(state, command),
    );
    return { revision };
  };
