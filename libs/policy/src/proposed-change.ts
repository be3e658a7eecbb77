/** A change that waits for a second person, for its time, or for both. Nothing is changed before it is applied. */
export interface ProposedChange {
  readonly schema: 2;
  readonly seq: number;
  readonly changeId: string;
  /** What it does: the name of a mutation of the admin contract, e.g. `setUserLimits`, and its request without cause. */
  readonly method: string;
  readonly request: object;
  readonly proposedBy: string;
  readonly reason: string;
  readonly proposedAt: number; // ms UTC
  /** Not applied before, ms UTC. */
  readonly dueAt: number;
  /** Neither approved nor applied after, ms UTC. */
  readonly expiresAt: number;
  readonly needsApproval: boolean;
  readonly loosenings: readonly string[];
  /** Of the policy it would change, as it was when it was proposed: another one cannot be what was approved. */
  readonly basis: string;
  /** What it does to effective limits, and the most that could leave, before and after. */
  readonly effect: object;
  readonly approvals: readonly Word[];
  readonly ending: Ending | null;
}

/** Who said yes or no, and why. */
export interface Word {
  readonly actor: string;
  readonly reason: string;
  readonly at: number; // ms UTC
}

export type Ending =
  | { readonly outcome: 'rejected'; readonly word: Word }
  | { readonly outcome: 'applied'; readonly at: number; readonly revision: number }
  | { readonly outcome: 'failed'; readonly at: number; readonly failure: string };

export type ProposedChangeEvent =
  | {
      readonly type: 'change.proposed';
      readonly data: Omit<ProposedChange, 'schema' | 'seq' | 'approvals' | 'ending'>;
    }
  | { readonly type: 'change.approved'; readonly data: Word }
  | { readonly type: 'change.rejected'; readonly data: Word }
  | { readonly type: 'change.applied'; readonly data: { readonly at: number; readonly revision: number } }
  | { readonly type: 'change.failed'; readonly data: { readonly at: number; readonly failure: string } };

export function evolveProposedChange(
  state: ProposedChange | undefined,
  event: ProposedChangeEvent,
): ProposedChange {
  if (event.type === 'change.proposed') {
    return { schema: 2, seq: 1, ...event.data, approvals: [], ending: null };
  }
  if (state === undefined) throw new Error(`${event.type} before change.proposed`);
  const next = { ...state, seq: state.seq + 1 };
  switch (event.type) {
    case 'change.approved':
      return { ...next, approvals: [...state.approvals, event.data] };
    case 'change.rejected':
      return { ...next, ending: { outcome: 'rejected', word: event.data } };
    case 'change.applied':
      return { ...next, ending: { outcome: 'applied', ...event.data } };
    case 'change.failed':
      return { ...next, ending: { outcome: 'failed', ...event.data } };
  }
}
