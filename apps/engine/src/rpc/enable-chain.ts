import { PLATFORM_ID, enableChain as decide } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

export const enableChain =
  ({ platform }: Pick<EngineDeps, 'platform'>): AdminHandlers['enableChain'] =>
  async ({ cause, ...command }, context) => {
    const { revision } = await platform.change(PLATFORM_ID, fromAdmin(cause, context), (state) =>
      decide(state, command),
    );
    return { revision };
  };
