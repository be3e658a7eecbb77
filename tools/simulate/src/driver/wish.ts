import type { Permit } from '../model/state';
import type { Coins } from './coins';

/** One operation somebody wants to make, and what truly becomes of it, which the engine learns late or never. */
export interface Wish extends Pick<Permit, 'id' | 'uid' | 'chainId' | 'address' | 'tag'> {
  readonly amount: Coins;
  /** When the wallet was first told that it may, ms UTC; null before. */
  answeredAt: number | null;
  /** Whether the assets move once it is granted. */
  moves: boolean;
  /** When they truly moved and how much; only ever after the wallet was told, and before anybody reports it. */
  moved: { readonly at: number; readonly amount: Coins } | null;
  /** The ledger told of a release although assets moved: nobody can count what is denied. */
  denied: boolean;
}

export function forget<T>(list: T[], one: T): void {
  const index = list.indexOf(one);
  if (index >= 0) list.splice(index, 1);
}
