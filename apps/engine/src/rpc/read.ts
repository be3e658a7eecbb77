import { PLATFORM_ID, decideRead, parsed, readRequest } from '@countersign/policy';
import type { CallbackHandlers } from '@countersign/rpc';
import { fromCallback } from '../cause';
import type { EngineDeps } from '../deps';

type Deps = Pick<
  EngineDeps,
  'platform' | 'machines' | 'users' | 'balanceMaxAgeMs' | 'now' | 'newId' | 'log' | 'countDecision'
>;

/** What this user may do now. Answered after the grant is durable, so that no crash forgets it. */
export const read =
  ({
    platform,
    machines,
    users,
    balanceMaxAgeMs,
    now,
    newId,
    log,
    countDecision,
  }: Deps): CallbackHandlers['read'] =>
  async (request, context) => {
    const { uid, referenceId } = parsed(readRequest, request);
    const [policy, machine] = await Promise.all([
      platform.get(PLATFORM_ID, context.deadline),
      machines.get(uid, context.deadline),
    ]);
    const subject = machine?.state.uid ?? uid;
    const decision = await users.change(subject, fromCallback(context), (user) =>
      decideRead({
        platform: policy?.state,
        user,
        ...(machine && { machine: machine.state }),
        referenceId,
        now: now(),
        balanceMaxAgeMs,
      }),
    );
    const decisionId = newId();
    const { rule, revision, reply } = decision;
    countDecision(rule);
    log.info(
      {
        decisionId,
        requestId: context.requestId,
        uid: subject,
        rule,
        revision,
        platformRevision: policy?.revision,
      },
      'decided',
    );
    return { role: reply.role, limits: [...reply.limits], destinations: [...reply.destinations], decisionId };
  };
