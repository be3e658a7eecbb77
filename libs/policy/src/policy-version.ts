import type { PolicyEvent } from './change';

/** One version of the policy document: drafted once, never edited, put in force any number of times. */
export interface PolicyVersion {
  readonly schema: 2;
  readonly seq: number;
  readonly version: number; // from 1
  /** Canonical JSON. */
  readonly document: string;
  readonly draftedBy: string;
  readonly reason: string;
  readonly draftedAt: number; // ms UTC
  readonly status: 'draft' | 'publishing' | 'published';
  readonly publishedBy: string | null;
  /** The last time, ms UTC. */
  readonly publishedAt: number | null;
}

export type PolicyVersionEvent =
  | {
      readonly type: 'policy.drafted';
      readonly data: Pick<PolicyVersion, 'version' | 'document' | 'draftedBy' | 'reason' | 'draftedAt'>;
    }
  | { readonly type: 'policy.publishing'; readonly data: { readonly by: string; readonly at: number } }
  | { readonly type: 'policy.published'; readonly data: { readonly at: number } };

export function evolvePolicyVersion(
  state: PolicyVersion | undefined,
  event: PolicyVersionEvent,
): PolicyVersion {
  if (event.type === 'policy.drafted') {
    const none = { status: 'draft', publishedBy: null, publishedAt: null } as const;
    return { schema: 2, seq: 1, ...event.data, ...none };
  }
  if (state === undefined) throw new Error(`${(event as PolicyEvent).type} before policy.drafted`);
  const next = { ...state, seq: state.seq + 1 };
  return event.type === 'policy.publishing'
    ? { ...next, status: 'publishing', publishedBy: event.data.by }
    : { ...next, status: 'published', publishedAt: event.data.at };
}
