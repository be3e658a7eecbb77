import { changedBy, unchanged, type Change } from './change';
import { fault } from './faults';
import { isAnother } from './loosening';
import type { Settings } from './platform';

/**
 * A change that waits for a second person, for its time, or for both. Nothing is changed before it is applied.
 *
 * The one who proposed it never approves it, under any spelling of the name; one approval is enough, and none counts
 * for what was not looked at: `basis` ties it to the policy it was proposed on. Once its application has begun it can
 * only end as applied or as failed: whoever finds it so goes on, and nobody can reject what may have happened already.
 */
export interface ProposedChange {
  readonly schema: 2;
  readonly seq: number;
  readonly changeId: string;
  /** What it does: the name of a mutation of the admin contract, e.g. `setUserLimits`, and its request without cause. */
  readonly method: string;
  readonly request: object;
  /** The aggregate it changes, and the number of that one's last event when it was proposed. */
  readonly subject: Subject;
  readonly proposedBy: string;
  readonly reason: string;
  readonly proposedAt: number; // ms UTC
  /** Not applied before, ms UTC. */
  readonly dueAt: number;
  /** Neither approved nor applied after, ms UTC, exclusive. */
  readonly expiresAt: number;
  readonly needsApproval: boolean;
  readonly loosenings: readonly string[];
  /** Of the policy it would change, as it was when it was proposed: another one cannot be what was approved. */
  readonly basis: string;
  /** What it does to effective limits, and the most that could leave, before and after. */
  readonly effect: object;
  readonly approvals: readonly Word[];
  /** When its application began, ms UTC; null before. */
  readonly applying: number | null;
  readonly ending: Ending | null;
}

export interface Subject {
  readonly kind: 'platform' | 'tier' | 'user' | 'machine' | 'policy';
  readonly id: string;
  readonly seq: number;
}

/** Who said yes or no, and why. */
export interface Word {
  readonly actor: string;
  readonly reason: string;
  readonly at: number; // ms UTC
}

export type Ending =
  | { readonly outcome: 'rejected'; readonly word: Word }
  | { readonly outcome: 'expired'; readonly at: number }
  | { readonly outcome: 'applied'; readonly at: number; readonly revision: number }
  | { readonly outcome: 'failed'; readonly at: number; readonly failure: string };

/** `pending` waits for a person or for its time; `approved` waits for its time at most. */
export const changeStatuses = ['pending', 'approved', 'applied', 'rejected', 'expired', 'failed'] as const;
export type ChangeStatus = (typeof changeStatuses)[number];

export type ProposedChangeEvent =
  | {
      readonly type: 'change.proposed';
      readonly data: Omit<ProposedChange, 'schema' | 'seq' | 'approvals' | 'applying' | 'ending'>;
    }
  | { readonly type: 'change.approved' | 'change.rejected'; readonly data: Word }
  | { readonly type: 'change.applying' | 'change.expired'; readonly data: { readonly at: number } }
  | { readonly type: 'change.applied'; readonly data: { readonly at: number; readonly revision: number } }
  | { readonly type: 'change.failed'; readonly data: { readonly at: number; readonly failure: string } };

export function evolveProposedChange(
  state: ProposedChange | undefined,
  event: ProposedChangeEvent,
): ProposedChange {
  if (event.type === 'change.proposed') {
    return { schema: 2, seq: 1, ...event.data, approvals: [], applying: null, ending: null };
  }
  const before = existing(state);
  const next = { ...before, seq: before.seq + 1 };
  switch (event.type) {
    case 'change.approved':
      return { ...next, approvals: [...next.approvals, event.data] };
    case 'change.rejected':
      return { ...next, ending: { outcome: 'rejected', word: event.data } };
    case 'change.applying':
      return { ...next, applying: event.data.at };
    case 'change.expired':
      return { ...next, ending: { outcome: 'expired', ...event.data } };
    case 'change.applied':
      return { ...next, ending: { outcome: 'applied', ...event.data } };
    case 'change.failed':
      return { ...next, ending: { outcome: 'failed', ...event.data } };
  }
}

const changed = changedBy(evolveProposedChange);

export type Proposal = Pick<
  ProposedChange,
  'changeId' | 'method' | 'request' | 'subject' | 'proposedBy' | 'reason' | 'loosenings' | 'basis' | 'effect'
>;

/**
 * What it has to wait for is what the settings say now; were they made stricter meanwhile, its application is judged by
 * those. A publication may be proposed whatever it does, since several steps are one change only as a proposal.
 * Throws Fault `invalid` for what anybody may do directly.
 */
export function proposeChange(
  state: ProposedChange | undefined,
  proposal: Proposal,
  { loosening, looseningDelayMs, approvalLifetimeMs }: Settings,
  now: number,
): Change<ProposedChange> {
  if (state !== undefined) throw fault('already_exists', { message: 'this change exists' });
  const loosens = proposal.loosenings.length > 0;
  if (!loosens && proposal.method !== 'publishPolicy') {
    throw fault('invalid', { message: 'this does not loosen; it can be made directly' });
  }
  const dueAt = now + (loosens ? looseningDelayMs : 0);
  const data = {
    ...proposal,
    proposedAt: now,
    dueAt,
    expiresAt: dueAt + approvalLifetimeMs,
    needsApproval: loosens && loosening === 'approved',
  };
  return changed(undefined, { type: 'change.proposed', data });
}

/** `basis` is that of the policy as it is now. Throws Fault `forbidden` for the proposer, `conflict` when it is too late. */
export function approveChange(
  state: ProposedChange | undefined,
  { actor, reason }: Omit<Word, 'at'>,
  basis: string,
  now: number,
): Change<ProposedChange> {
  const change = existing(state);
  if (!isAnother(actor, change.proposedBy)) {
    throw fault('forbidden', { message: 'nobody approves what they proposed themselves' });
  }
  refuseUnlessOpen(change, now);
  if (change.approvals.length > 0) throw fault('conflict', { message: 'it is approved already' });
  if (change.basis !== basis) throw fault('conflict', { message: OUTDATED });
  return changed(change, { type: 'change.approved', data: { actor, reason, at: now } });
}

export const OUTDATED = 'what it changes has changed since; propose it again';

/** By anybody who may; of the proposer it is a withdrawal. */
export function rejectChange(
  state: ProposedChange | undefined,
  { actor, reason }: Omit<Word, 'at'>,
  now: number,
): Change<ProposedChange> {
  const change = existing(state);
  refuseUnlessOpen(change, now);
  return changed(change, { type: 'change.rejected', data: { actor, reason, at: now } });
}

/** From here on it ends as applied or as failed. Does nothing when it has begun, or is not ready to. */
export function beginChange(state: ProposedChange | undefined, now: number): Change<ProposedChange> {
  const change = existing(state);
  if (change.applying !== null || !isReady(change, now)) return unchanged(change);
  return changed(change, { type: 'change.applying', data: { at: now } });
}

export function completeChange(
  state: ProposedChange | undefined,
  how: { readonly revision: number } | { readonly failure: string },
  now: number,
): Change<ProposedChange> {
  const change = existing(state);
  if (change.ending !== null || change.applying === null) return unchanged(change);
  return 'revision' in how
    ? changed(change, { type: 'change.applied', data: { at: now, revision: how.revision } })
    : changed(change, { type: 'change.failed', data: { at: now, failure: how.failure } });
}

/** Ends what nobody can approve or apply any more. */
export function expireChange(state: ProposedChange | undefined, now: number): Change<ProposedChange> {
  const change = existing(state);
  if (change.ending !== null || changeStatus(change, now) !== 'expired') return unchanged(change);
  return changed(change, { type: 'change.expired', data: { at: now } });
}

export function changeStatus(change: ProposedChange, now: number): ChangeStatus {
  if (change.ending !== null) return change.ending.outcome;
  if (change.applying !== null) return 'approved';
  if (now >= change.expiresAt) return 'expired';
  const agreed = change.approvals.length > 0 || (!change.needsApproval && now >= change.dueAt);
  return agreed ? 'approved' : 'pending';
}

/** Whether it is to be applied now, or its application goes on. */
export function isReady(change: ProposedChange, now: number): boolean {
  if (change.ending !== null) return false;
  if (change.applying !== null) return true;
  const agreed = change.approvals.length > 0 || !change.needsApproval;
  return agreed && now >= change.dueAt && now < change.expiresAt;
}

function refuseUnlessOpen(change: ProposedChange, now: number): void {
  if (change.applying !== null && change.ending === null) {
    throw fault('conflict', { message: 'it is being applied' });
  }
  const status = changeStatus(change, now);
  if (status !== 'pending' && status !== 'approved') throw fault('conflict', { message: `it is ${status}` });
}

function existing(state: ProposedChange | undefined): ProposedChange {
  if (state === undefined) throw fault('not_found', { message: 'no such change' });
  return state;
}
