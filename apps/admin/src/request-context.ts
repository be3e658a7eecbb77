/** What every procedure of one HTTP request is given: who sent it, and what of the process it may use. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AdminClient } from '@countersign/rpc';
import type { Identify } from './identity/identify';
import type { AdminContext } from './trpc';

export interface RequestContextDeps extends Pick<
  AdminContext,
  'log' | 'now' | 'newId' | 'budgetMs' | 'bulkBudgetMs' | 'spend' | 'refused' | 'observe' | 'streams'
> {
  readonly engine: AdminClient;
  readonly identify: Identify;
}

export type CreateRequestContext = (of: {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
}) => Promise<AdminContext>;

/**
 * It goes into log lines and events as it is, so only short printable text is taken from a caller, and none that looks
 * like the engine's own: it writes `change:<id>` for what a proposed change did.
 */
const REQUEST_ID = /^(?!change:)[A-Za-z0-9._:-]{1,64}$/;

export const createRequestContext =
  ({ identify, ...deps }: RequestContextDeps): CreateRequestContext =>
  async ({ req, res }) => {
    const sent = req.headers['x-request-id'];
    const requestId = typeof sent === 'string' && REQUEST_ID.test(sent) ? sent : deps.newId();
    res.setHeader('x-request-id', requestId);
    const { engine } = deps;
    return {
      ...deps,
      requestId,
      identity: await identify(req),
      reachable: async (deadline) => {
        if (!engine.ready()) await engine.waitForReady(deadline);
      },
    };
  };
