import { PLATFORM_ID, completed } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import type { EngineDeps } from '../deps';
import { limitMessage } from '../limit-message';

export const getPlatform =
  ({ platform }: Pick<EngineDeps, 'platform'>): AdminHandlers['getPlatform'] =>
  async (_, { deadline }) => {
    const stored = await platform.get(PLATFORM_ID, deadline);
    return {
      frozen: stored?.state.frozen ?? false,
      chains: (stored?.state.chains ?? []).map(({ limits, ...chain }) => ({
        ...chain,
        limits: limits.map(limitMessage),
      })),
      settings: completed(stored?.state.settings ?? {}),
      revision: stored?.revision ?? 0,
    };
  };
