import { changedBy, unchanged, type Change } from './change';
import { fault } from './faults';

/**
 * Versions of the policy document, and their publication. A version is drafted once and never edited; it is put in
 * force any number of times. There is one publication at a time, of which everybody can see whose turn it is: who
 * starts another one takes over from one that was interrupted, and that one, should it go on, finds that it is over.
 */
export interface PolicyVersion {
  readonly schema: 2;
  readonly seq: number;
  readonly version: number; // from 1
  /** The text of a document, see policy-document.ts. */
  readonly document: string;
  readonly draftedBy: string;
  readonly reason: string;
  readonly draftedAt: number; // ms UTC
  /** The last time it was put in force; null: never. */
  readonly published: { readonly publication: number; readonly by: string; readonly at: number } | null;
}

/** The last publication, of whichever version. */
export interface Publication {
  readonly schema: 2;
  readonly seq: number;
  /** From 1, one more for each. */
  readonly number: number;
  readonly version: number;
  readonly by: string;
  readonly startedAt: number; // ms UTC
  /** ms UTC; null: under way, or interrupted. */
  readonly endedAt: number | null;
  /** The version that was put in force last, as a whole; null: none ever was. */
  readonly inForce: number | null;
}

/** Both are aggregates of one kind. */
export type PolicyRecord = PolicyVersion | Publication;

export const PUBLICATION_ID = 'current';

/** In order of version. Ten digits, so that there is no last one. */
export const policyVersionId = (version: number): string => `p${String(version).padStart(10, '0')}`;

export const policyVersionOf = (id: string): number => Number(id.slice(1));

export type PolicyVersionStatus = 'draft' | 'publishing' | 'published' | 'superseded';

type Drafted = Pick<PolicyVersion, 'version' | 'document' | 'draftedBy' | 'reason' | 'draftedAt'>;

export type PolicyVersionEvent =
  | { readonly type: 'policy.drafted'; readonly data: Drafted }
  | { readonly type: 'policy.published'; readonly data: NonNullable<PolicyVersion['published']> };

export type PublicationEvent =
  | {
      readonly type: 'publication.started';
      readonly data: Pick<Publication, 'number' | 'version' | 'by'> & { readonly at: number };
    }
  | {
      readonly type: 'publication.resumed';
      readonly data: Pick<Publication, 'number' | 'by'> & { readonly at: number };
    }
  | {
      readonly type: 'publication.ended';
      readonly data: Pick<Publication, 'number'> & { readonly at: number };
    };

export function evolvePolicyVersion(
  state: PolicyVersion | undefined,
  event: PolicyVersionEvent,
): PolicyVersion {
  if (event.type === 'policy.drafted') return { schema: 2, seq: 1, ...event.data, published: null };
  if (state === undefined) throw new Error(`${event.type} before policy.drafted`);
  return { ...state, seq: state.seq + 1, published: event.data };
}

export function evolvePublication(state: Publication | undefined, event: PublicationEvent): Publication {
  if (event.type === 'publication.started') {
    const { at, ...data } = event.data;
    const inForce = state?.inForce ?? null;
    return { schema: 2, seq: (state?.seq ?? 0) + 1, ...data, startedAt: at, endedAt: null, inForce };
  }
  if (state === undefined) throw new Error(`${event.type} before publication.started`);
  const next = { ...state, seq: state.seq + 1 };
  return event.type === 'publication.resumed'
    ? next
    : { ...next, endedAt: event.data.at, inForce: state.version };
}

export function evolvePolicyRecord(
  state: PolicyRecord | undefined,
  event: PolicyVersionEvent | PublicationEvent,
): PolicyRecord {
  switch (event.type) {
    case 'policy.drafted':
    case 'policy.published':
      return evolvePolicyVersion(state as PolicyVersion | undefined, event);
    case 'publication.started':
    case 'publication.resumed':
    case 'publication.ended':
      return evolvePublication(state as Publication | undefined, event);
  }
}

const changedVersion = changedBy(evolvePolicyVersion);
const changedPublication = changedBy(evolvePublication);

export function draftVersion(state: PolicyVersion | undefined, drafted: Drafted): Change<PolicyVersion> {
  if (state !== undefined) throw fault('already_exists', { message: 'this version exists' });
  return changedVersion(undefined, { type: 'policy.drafted', data: drafted });
}

/** Goes on with the publication of this version that was interrupted, or starts another one. */
export function startPublication(
  state: Publication | undefined,
  { version, by, at }: { readonly version: number; readonly by: string; readonly at: number },
): Change<Publication> {
  if (state !== undefined && state.version === version && state.endedAt === null) {
    return changedPublication(state, { type: 'publication.resumed', data: { number: state.number, by, at } });
  }
  const number = (state?.number ?? 0) + 1;
  return changedPublication(state, { type: 'publication.started', data: { number, version, by, at } });
}

/** Once for each publication. */
export function versionPublished(
  state: PolicyVersion | undefined,
  published: NonNullable<PolicyVersion['published']>,
): Change<PolicyVersion> {
  const version = existingVersion(state);
  if ((version.published?.publication ?? 0) >= published.publication) return unchanged(version);
  return changedVersion(version, { type: 'policy.published', data: published });
}

/** Once for each publication, and not any more when another one has started. */
export function endPublication(
  state: Publication | undefined,
  { number, at }: { readonly number: number; readonly at: number },
): Change<Publication> {
  if (state === undefined) throw new Error('a publication ends before the first one');
  if (state.number !== number || state.endedAt !== null) return unchanged(state);
  return changedPublication(state, { type: 'publication.ended', data: { number, at } });
}

export function existingVersion(state: PolicyVersion | undefined): PolicyVersion {
  if (state === undefined) throw fault('not_found', { message: 'no such version' });
  return state;
}

/** A version is superseded when another one was put in force after it. */
export function policyVersionStatus(
  { version, published }: PolicyVersion,
  publication: Publication | undefined,
): PolicyVersionStatus {
  if (publication?.version === version && publication.endedAt === null) return 'publishing';
  if (publication?.inForce === version) return 'published';
  return published === null ? 'draft' : 'superseded';
}
