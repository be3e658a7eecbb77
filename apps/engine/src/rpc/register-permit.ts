import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

export const registerPermit =
  ({ commands }: Pick<EngineDeps, 'commands'>): AdminHandlers['registerPermit'] =>
  async ({ cause, uid, lifetimeMs, tag, ...intent }, context) => {
    const { revision, referenceId, expiresAt } = await commands.registerPermit(
      fromAdmin(cause, context),
      uid,
      { ...intent, tag: tag === '' ? null : tag, ...(lifetimeMs !== 0 && { lifetimeMs }) },
    );
    return { revision, referenceId, expiresAtMs: expiresAt };
  };
