import { createRecent } from './recent';
import { networkOf } from './network';

/**
 * How many may be inside at once: all requests, and of these the logins, each of which costs the engine as much as 150
 * reads and would otherwise fill the places of /read. One source has at most three quarters, so that neither its flood
 * nor its slowness takes the places of the others.
 */
export interface Places {
  /** A place, to be given back by calling what was returned, once; undefined at once when there is none for that source. */
  take(source: string): (() => void) | undefined;
  readonly taken: () => number;
}

export function createPlaces({ max }: { readonly max: number }): Places {
  const maxOfOne = Math.ceil((max * 3) / 4);
  // Only sources with a place are in it, so it never has more than max entries.
  const held = createRecent<number>(max);
  let taken = 0;
  return {
    take(source) {
      const network = networkOf(source);
      const mine = held.get(network) ?? 0;
      if (taken >= max || mine >= maxOfOne) return undefined;
      taken += 1;
      held.set(network, mine + 1);
      let mineStill = true;
      return () => {
        if (!mineStill) return;
        mineStill = false;
        taken -= 1;
        const left = (held.get(network) ?? 1) - 1;
        if (left === 0) held.delete(network);
        else held.set(network, left);
      };
    },
    taken: () => taken,
  };
}
