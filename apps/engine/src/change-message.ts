import { changeStatus, fault, type ProposedChange, type Word } from '@countersign/policy';
import type { Approval, PolicyChange, ProposedChange as ChangeMessage } from '@countersign/rpc';
import type { Stored } from '@countersign/store';
import { changeMethods, isProposable, type Proposable } from './change-methods';

const proposables = Object.keys(changeMethods) as readonly Proposable[];

/**
 * Proposed changes between the wire and the core. A change is stored as the request it will be, without a cause: who
 * proposes it and who agrees is said of the change.
 */
export function proposed(change: PolicyChange | null): { readonly method: string; readonly request: object } {
  const [method, ...more] = proposables.filter((name) => change?.[name]);
  const request = method && change?.[method];
  if (method === undefined || !request || more.length > 0) {
    throw fault('invalid', { details: [`change: must be one of ${proposables.join(', ')}`] });
  }
  const { cause, ...rest } = request;
  if (cause !== null) throw fault('invalid', { details: [`change.${method}.cause: must be left out`] });
  return { method, request: plain(rest) };
}

/** As it is stored: without what is not said, and without the loader's notes on what was. */
const plain = (request: object): object =>
  JSON.parse(
    JSON.stringify(Object.fromEntries(Object.entries(request).filter(([name]) => !name.startsWith('_')))),
  ) as object;

export function changeView({ state, revision }: Stored<ProposedChange>, now: number): ChangeMessage {
  const { ending, method, request } = state;
  return {
    changeId: state.changeId,
    change: isProposable(method) ? { [method]: { cause: null, ...request }, change: method } : null,
    status: changeStatus(state, now),
    proposedBy: state.proposedBy,
    reason: state.reason,
    proposedAtMs: state.proposedAt,
    dueAtMs: state.dueAt,
    expiresAtMs: state.expiresAt,
    needsApproval: state.needsApproval,
    approvals: state.approvals.map(wordMessage),
    rejection: ending?.outcome === 'rejected' ? wordMessage(ending.word) : null,
    loosenings: [...state.loosenings],
    effect: JSON.stringify(state.effect),
    appliedAtMs: ending?.outcome === 'applied' ? ending.at : 0,
    appliedRevision: ending?.outcome === 'applied' ? ending.revision : 0,
    failure: ending?.outcome === 'failed' ? ending.failure : '',
    revision,
  };
}

const wordMessage = ({ actor, reason, at }: Word): Approval => ({ actor, reason, atMs: at });
