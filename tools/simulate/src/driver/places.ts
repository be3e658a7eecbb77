import type { Place } from '../model/state';

const ADDRESSES = 6;

/** Every place anybody sends to on a chain; two of them are one address with different tags. */
export const places = (chainId: string): readonly Place[] =>
  Array.from({ length: ADDRESSES }, (_, i) => ({
    chainId,
    address: `${chainId}-${i < ADDRESSES - 1 ? i : 0}`,
    tag: i < ADDRESSES - 1 ? null : '7',
  }));
