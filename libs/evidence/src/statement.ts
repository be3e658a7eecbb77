/**
 * What a checkpoint says, and the bytes that are signed for it: "the log's first `position` events have this digest, and
 * I, the holder of this key, say so at this time". The text begins with a name of its own, so that a signature made for
 * anything else never passes for one of these.
 */
export interface Statement {
  /** Of the last event it covers; 0: of no event. */
  readonly position: number;
  /** 64 hex, see digest.ts. */
  readonly digest: string;
  readonly at: number; // ms UTC
  /** See keys.ts. */
  readonly keyId: string;
}

export interface SignedStatement extends Statement {
  /** Ed25519 over `statementText`, base64url without padding. */
  readonly signature: string;
}

/** Signed as UTF-8. */
export const statementText = ({ position, digest, at, keyId }: Statement): string =>
  JSON.stringify(['countersign.checkpoint.v1', position, digest, at, keyId]);

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isHex = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

/** The statement in a parsed JSON value, or undefined when it is none. Says nothing about the signature. */
export const statementIn = (value: unknown): SignedStatement | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const { position, digest, at, keyId, signature } = value as Partial<Record<string, unknown>>;
  if (!isCount(position) || !isHex(digest) || !isCount(at)) return undefined;
  if (typeof keyId !== 'string' || typeof signature !== 'string') return undefined;
  return { position, digest, at, keyId, signature };
};
