import { PLATFORM_ID, type InForce, type Tier } from '@countersign/policy';
import type { Store } from '@countersign/store';
import type { Aggregates } from './aggregates';

type Deps = Pick<Aggregates, 'platform'> & { readonly store: Pick<Store, 'list'> };

const PAGE = 100;

/** The platform and all tiers as they are, and at which revision each was seen; 0 for what is not there. */
export interface SeenPolicy {
  readonly inForce: InForce;
  readonly revisions: { readonly platform: number; readonly tiers: ReadonlyMap<string, number> };
}

/**
 * One after the other, so it is a view of no single moment: who acts on it says which revisions it acts on, and looks
 * again when one has moved.
 */
export async function fetchPolicy({ platform, store }: Deps, deadline: number): Promise<SeenPolicy> {
  const outer = await platform.get(PLATFORM_ID, deadline);
  const tiers: Tier[] = [];
  const revisions = new Map<string, number>();
  for (let after = ''; ;) {
    const page = await store.list<Tier>(
      'tier',
      { ...(after !== '' && { after }), limit: PAGE },
      { deadline },
    );
    for (const { state, revision } of page) {
      tiers.push(state);
      revisions.set(state.tierId, revision);
    }
    after = page.at(-1)?.id ?? '';
    if (page.length < PAGE) break;
  }
  return {
    inForce: { platform: outer?.state, tiers },
    revisions: { platform: outer?.revision ?? 0, tiers: revisions },
  };
}
