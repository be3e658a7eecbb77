import type { Headroom } from './headroom';
import type { ReadRule } from './read-rules';

/**
 * One answer to `/read`, explained: what was asked, on which revisions it was decided, which rule decided, and what
 * every limit had left. It is the data of the event that the decision committed, so it is stored, chained and streamed
 * with everything else; together with the states of those revisions it recomputes the reply (replay.ts).
 */
export interface Decision {
  readonly schema: 1;
  /** `<uid>#<seq of its event>`. */
  readonly id: string;
  readonly at: number; // ms UTC
  readonly uid: string;
  /** The machine that asked for the user; null when the user did. */
  readonly machineId: string | null;
  /** Empty when CoKeeps sent none. */
  readonly referenceId: string;
  readonly outcome: 'granted' | 'refused' | 'budget';
  readonly rule: ReadRule;
  /** Number of the last event of each aggregate that the decision rests on; null for one it does not have. */
  readonly revisions: {
    readonly user: number;
    readonly platform: number;
    readonly tier: number | null;
    readonly machine: number | null;
  };
  readonly tierId: string | null;
  /** The permit's operation; null without a permit. */
  readonly asked: {
    readonly chainId: string;
    readonly address: string;
    readonly tag: string | null;
    readonly amount: string;
  } | null;
  /** The limit that refused, or the one with the least left; null when no limit was looked at. */
  readonly binding: Binding | null;
  /** Every limit on the permit's chain, then the balance; empty when a rule before the limits decided. */
  readonly headroom: readonly Headroom[];
  /** In budget mode: what each enabled chain was told; null otherwise. */
  readonly budget: readonly Budget[] | null;
  /** End of the destination's cooling-off, ms UTC; null when it is over or there is none. */
  readonly usableFrom: number | null;
  /** When the binding limit allows more without anybody acting, ms UTC; null when it does not. */
  readonly moreAt: number | null;
  /** One English sentence for a person. */
  readonly sentence: string;
}

export interface Binding {
  readonly key: string;
  readonly layer: Headroom['layer'];
  readonly max: string;
}

export interface Budget {
  readonly chainId: string;
  readonly limit: string;
  readonly binding: Binding | null;
}

export const bindingOf = ({ key, layer, max }: Headroom): Binding => ({ key, layer, max });
