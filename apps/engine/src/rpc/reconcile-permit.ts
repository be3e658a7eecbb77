import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

/** An operator's word about a suspect hold. */
export const reconcilePermit =
  ({ commands }: Pick<EngineDeps, 'commands'>): AdminHandlers['reconcilePermit'] =>
  async ({ cause, uid, referenceId, outcome, amount }, context) => {
    const call = fromAdmin(cause, context);
    if (outcome !== 'settled' && outcome !== 'released') {
      throw fault('invalid', { details: ['outcome: must be settled or released'] });
    }
    if (outcome === 'released' && amount !== '') {
      throw fault('invalid', { details: ['amount: must be empty when nothing was moved'] });
    }
    const word = outcome === 'released' ? outcome : { settled: amount === '' ? null : amount };
    const { revision } = await commands.reconcilePermit(call, uid, referenceId, word);
    return { revision };
  };
