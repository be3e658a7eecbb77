import type {
  Checkpoint,
  Machine,
  Notification,
  Platform,
  PolicyVersion,
  ProposedChange,
  Publication,
  Tier,
  User,
} from '@countersign/policy';
import type { Kind } from '@countersign/store';
import { createAggregate, type Aggregate, type AggregatesDeps, type Indexing } from './aggregate';

export interface Aggregates {
  readonly platform: Aggregate<Platform>;
  readonly tiers: Aggregate<Tier>;
  readonly users: Aggregate<User>;
  readonly machines: Aggregate<Machine>;
  readonly notifications: Aggregate<Notification>;
  readonly checkpoints: Aggregate<Checkpoint>;
  readonly changes: Aggregate<ProposedChange>;
  readonly policies: Aggregate<PolicyVersion>;
  /** One aggregate, PUBLICATION_ID, among the policies. */
  readonly publications: Aggregate<Publication>;
}

/** What nobody can be called is kept in the state, and found by nobody's name. */
const FACET = /^[^\p{Cc}\p{Cs}]{1,256}$/u;

const frozenFacet = (frozen: boolean): Readonly<Record<string, string>> => (frozen ? { frozen: 'yes' } : {});

export function createAggregates(deps: AggregatesDeps): Aggregates {
  const aggregate = <S extends { readonly schema: 2; readonly seq: number }>(
    kind: Kind,
    indexing: (state: S) => Indexing,
  ): Aggregate<S> => createAggregate(deps, kind, indexing);

  return {
    platform: aggregate('platform', () => ({})),
    tiers: aggregate('tier', ({ frozen }) => ({ facets: frozenFacet(frozen) })),
    users: aggregate('user', ({ credentials, status, role, tier, permits, frozen }) => ({
      keys: credentials === null ? {} : { username: credentials.username },
      facets: {
        status,
        role,
        holds: permits.some(({ hold }) => hold !== null) ? 'yes' : 'no',
        ...(tier !== null && { tier }),
        ...frozenFacet(frozen),
      },
    })),
    machines: aggregate('machine', ({ uid, status, frozen }) => ({
      facets: { uid, status, ...frozenFacet(frozen) },
    })),
    notifications: aggregate('notification', ({ uid, classified }) => ({
      facets: { outcome: classified.outcome, ...(uid !== null && FACET.test(uid) && { uid }) },
    })),
    checkpoints: aggregate('checkpoint', () => ({})),
    changes: aggregate('change', ({ ending }) => ({ facets: { status: ending?.outcome ?? 'open' } })),
    policies: aggregate<PolicyVersion>('policy', () => ({})),
    publications: aggregate<Publication>('policy', () => ({})),
  };
}
