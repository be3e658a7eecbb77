import { parsed, readRequest } from '@countersign/policy';
import type { CallbackHandlers } from '@countersign/rpc';
import { fromCallback } from '../cause';
import type { EngineDeps } from '../deps';

type Deps = Pick<EngineDeps, 'commands' | 'log' | 'countDecision'>;

/** What this user may do now. Answered after the decision is durable, so that no crash forgets it. */
export const read =
  ({ commands, log, countDecision }: Deps): CallbackHandlers['read'] =>
  async (request, context) => {
    const question = parsed(readRequest, request);
    const { rule, decisionId, decision, reply } = await commands.read(fromCallback(context), question);
    countDecision(rule);
    const { requestId } = context;
    const explained = decision === null ? {} : { sentence: decision.sentence, binding: decision.binding };
    log.info({ decisionId, requestId, rule, ...explained }, 'decided');
    return { role: reply.role, limits: [...reply.limits], destinations: [...reply.destinations], decisionId };
  };
