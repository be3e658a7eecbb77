/** Where assets go: one address of one chain, with its tag. Compared exactly, character by character. */
export interface Place {
  readonly chainId: string;
  readonly address: string;
  /** Memo or destination tag; null for none. */
  readonly tag: string | null;
}

export const isSamePlace = (a: Place, b: Place): boolean =>
  a.chainId === b.chainId && a.address === b.address && a.tag === b.tag;

/** Matches no address of any chain: an explicit "nowhere". */
export const NOWHERE = 'none';
