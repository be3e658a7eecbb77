import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

export const changeSettings =
  ({ commands }: Pick<EngineDeps, 'commands'>): AdminHandlers['changeSettings'] =>
  async ({ cause, loosening, ...settings }, context) => {
    const { revision } = await commands.changeSettings(fromAdmin(cause, context), {
      balanceMaxAgeMs: settings.balanceMaxAgeMs,
      coolingOffMs: settings.coolingOffMs,
      rearmMs: settings.rearmMs,
      suspectAfterMs: settings.suspectAfterMs,
      looseningDelayMs: settings.looseningDelayMs,
      approvalLifetimeMs: settings.approvalLifetimeMs,
      ...(loosening !== '' && { loosening }),
    });
    return { revision };
  };
