import { PLATFORM_ID, evolve, type Decision, type States, type Surroundings } from '@countersign/policy';
import type { Store } from '@countersign/store';

const PAGE = 500;
/** States kept of each kind of outer layer; they share what did not change, so one costs little. */
const KEPT = 50_000;

type Outer = 'platform' | 'tier' | 'machine';

/** The outer layers as they were at any of their events, made of their events; never what is stored as their state. */
export interface Past {
  /** What a decision rested on, or which of it is not in the histories. */
  surroundingsOf(
    decision: Pick<Decision, 'revisions' | 'tierId' | 'machineId'>,
  ): Promise<{ readonly surroundings: Surroundings } | { readonly missing: string }>;
}

export function createPast(store: Pick<Store, 'history'>): Past {
  const platforms = createLineages(store, 'platform');
  const tiers = createLineages(store, 'tier');
  const machines = createLineages(store, 'machine');
  return {
    async surroundingsOf({ revisions, tierId, machineId }) {
      const [platform, tier, machine] = await Promise.all([
        platforms.at(PLATFORM_ID, revisions.platform),
        tierId === null || revisions.tier === null ? undefined : tiers.at(tierId, revisions.tier),
        machineId === null || revisions.machine === null
          ? undefined
          : machines.at(machineId, revisions.machine),
      ]);
      const missing = [
        ...(platform === undefined ? [`event ${revisions.platform} of the platform`] : []),
        ...(revisions.tier !== null && tier === undefined
          ? [`event ${revisions.tier} of tier ${tierId}`]
          : []),
        ...(revisions.machine !== null && machine === undefined
          ? [`event ${revisions.machine} of machine ${machineId}`]
          : []),
      ];
      return missing.length > 0
        ? { missing: missing.join(', ') }
        : { surroundings: { platform, tier, machine } };
    },
  };
}

/** Whole histories of states, the least recently asked for forgotten first; the one in use is kept however long. */
function createLineages<K extends Outer>(store: Pick<Store, 'history'>, kind: K) {
  const lineages = new Map<string, States[K][]>();
  let kept = 0;

  async function grow(states: States[K][], id: string, seq: number): Promise<void> {
    while (states.length < seq) {
      const page = await store.history(kind, id, { afterSeq: states.length, limit: PAGE });
      if (page.length === 0) return;
      for (const event of page) {
        const state = event.seq === states.length + 1 ? next(kind, states.at(-1), event) : undefined;
        if (state === undefined) return;
        states.push(state);
        kept += 1;
      }
    }
  }

  return {
    async at(id: string, seq: number): Promise<States[K] | undefined> {
      const states = lineages.get(id) ?? [];
      lineages.delete(id);
      lineages.set(id, states);
      await grow(states, id, seq);
      for (const [other, forgotten] of lineages) {
        if (kept <= KEPT || other === id) break;
        lineages.delete(other);
        kept -= forgotten.length;
      }
      return states[seq - 1];
    },
  };
}

/** undefined for an event that makes no state: verifying that layer tells why. */
function next<K extends Outer>(
  kind: K,
  state: States[K] | undefined,
  event: { readonly type: string; readonly data: unknown },
): States[K] | undefined {
  try {
    return evolve(kind, state, { type: event.type, data: event.data as object });
  } catch {
    return undefined;
  }
}
