import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';
import { limitInput } from '../limit-message';

export const overrideLimit =
  ({ commands }: Pick<EngineDeps, 'commands'>): AdminHandlers['overrideLimit'] =>
  async ({ cause, uid, chainId, limit, expiresAtMs }, context) => {
    const { revision } = await commands.overrideLimit(fromAdmin(cause, context), uid, {
      chainId,
      limit: limit === null ? undefined : limitInput(limit),
      expiresAt: expiresAtMs,
    });
    return { revision };
  };
