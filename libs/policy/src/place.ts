/** Where assets go: one address of one chain, with its tag. Compared exactly, character by character. */
export interface Place {
  readonly chainId: string;
  readonly address: string;
  /** Memo or destination tag; null for none. */
  readonly tag: string | null;
}

export const isSamePlace = (a: Place, b: Place): boolean =>
  a.chainId === b.chainId && a.address === b.address && a.tag === b.tag;

/**
 * One account may be spelled in several ways: an EVM address with or without its checksum, a bech32 one in either case.
 * What is counted for a destination is counted for the account. By form alone: where two accounts of an unknown chain
 * differ in case only, they are counted together, which is the safe side.
 */
export const accountOf = (address: string): string =>
  /^(0x[0-9a-f]{40}|(bc|tb)1[0-9a-z]+)$/i.test(address) ? address.toLowerCase() : address;

export const isSameAccount = (a: Omit<Place, 'chainId'>, b: Omit<Place, 'chainId'>): boolean =>
  a.tag === b.tag && accountOf(a.address) === accountOf(b.address);

/** Matches no address of any chain: an explicit "nowhere". */
export const NOWHERE = 'none';
