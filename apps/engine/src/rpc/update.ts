import type { CallbackHandlers } from '@countersign/rpc';
import { fromCallback } from '../cause';
import type { EngineDeps } from '../deps';

type Deps = Pick<EngineDeps, 'commands' | 'log' | 'countNotification'>;

/** Outcomes that somebody should look at: something was trusted and could not be acted on. */
const alarming: ReadonlySet<string> = new Set(['ambiguous', 'unreadable', 'unmatched', 'late']);

/** Keeps what CoKeeps reports, once. Acknowledged only after it is durable; a retry is acknowledged and not kept again. */
export const update =
  ({ commands, log, countNotification }: Deps): CallbackHandlers['update'] =>
  async ({ payload }, context) => {
    const { digest, duplicate, classified } = await commands.receive(fromCallback(context), payload);
    const { type, outcome } = classified;
    if (!duplicate) {
      countNotification(type ?? 'unknown', outcome);
      const fields = { digest, type, outcome, requestId: context.requestId };
      if (alarming.has(outcome)) log.warn(fields, 'a notification needs a look');
      else log.info(fields, 'notification kept');
    }
    return { duplicate, outcome };
  };
