import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

/** Usable after its cooling-off. */
export const addDestination =
  ({ commands }: Pick<EngineDeps, 'commands'>): AdminHandlers['addDestination'] =>
  async ({ cause, uid, tag, expiresAtMs, ...place }, context) => {
    const { revision } = await commands.addDestination(fromAdmin(cause, context), uid, {
      ...place,
      tag: tag === '' ? null : tag,
      expiresAt: expiresAtMs === 0 ? null : expiresAtMs,
    });
    return { revision };
  };
