import { fault, isDecision, type PolicyEvent } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import type { EngineDeps } from '../deps';

/** A decision's id says where it is: `<uid>#<number of its event>`. */
const ID = /^(.+)#([1-9][0-9]{0,14})$/s;

export const getDecision =
  ({ store }: Pick<EngineDeps, 'store'>): AdminHandlers['getDecision'] =>
  async ({ decisionId }) => {
    const [, uid = '', seq = '0'] = ID.exec(decisionId) ?? [];
    const [event] =
      uid === '' ? [] : await store.history('user', uid, { afterSeq: Number(seq) - 1, limit: 1 });
    if (event === undefined || event.seq !== Number(seq) || !isDecision(event as PolicyEvent)) {
      throw fault('not_found', { message: 'no such decision' });
    }
    return { decisionId, json: JSON.stringify(event.data) };
  };
