import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import type { EngineDeps } from '../deps';
import { destinationView } from '../destination-view';

/** The whole list, in the order in which it was made: a user has a bounded number of them. */
export const listDestinations =
  ({ users }: Pick<EngineDeps, 'users'>): AdminHandlers['listDestinations'] =>
  async ({ uid, chainId }, { deadline }) => {
    const stored = await users.get(uid, deadline);
    if (stored === undefined) throw fault('not_found', { message: 'no such user' });
    const asked = stored.state.destinations.filter((one) => chainId === '' || one.chainId === chainId);
    return { destinations: asked.map(destinationView), revision: stored.revision };
  };
