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

/** A decision asks this of hundreds of addresses, most of them different from the first characters on: no text is made. */
export const isSameAccount = (a: Omit<Place, 'chainId'>, b: Omit<Place, 'chainId'>): boolean =>
  a.tag === b.tag &&
  (a.address === b.address ||
    (isSameButForCase(a.address, b.address) && accountOf(a.address) === accountOf(b.address)));

/** For ASCII, which addresses are; for anything else it may say yes too often. */
function isSameButForCase(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if ((a.charCodeAt(i) ^ b.charCodeAt(i)) & ~32) return false;
  return true;
}

/** Matches no address of any chain: an explicit "nowhere". */
export const NOWHERE = 'none';
