import { parsed, readRequest } from '@countersign/policy';
import { membersOf, type Question } from '../question';

/** `{ uid, reference_id }` → `{ role, limits, destinations }`. No reference is a question, too: it gets zeros. */
export const read: Question = {
  path: '/read',
  read: ({ payload }) => {
    const { uid, reference_id: referenceId } = membersOf(payload);
    const request = parsed(readRequest, { uid, referenceId: referenceId ?? '' });
    return {
      subject: { kind: 'user', id: request.uid },
      ask: async (engine, call) => {
        const { role, limits, destinations } = await engine.read(request, call);
        return {
          role,
          limits: limits.map(({ chainId, balance, limit }) => ({ chain_id: chainId, balance, limit })),
          destinations: destinations.map(({ chainId, address }) => ({ chain_id: chainId, address })),
        };
      },
    };
  },
};
