/**
 * Everything that can be wrong with a set of shares. `positions` index the shares as they were given, so that a caller
 * who knows where each came from can say so. No message holds any part of a share.
 */
export const shareErrorCodes = [
  'malformed', // not a share of this format
  'damaged', // the checksum does not match: altered since it was written
  'mixed', // shares of different sets, or of different splits under one set id
  'duplicate', // one index more than once
  'too_few', // fewer than the threshold
  'mismatch', // whole and of one set, yet they do not give what was split: at least one is forged
] as const;

export type ShareErrorCode = (typeof shareErrorCodes)[number];

const explanations: Readonly<Record<ShareErrorCode, string>> = {
  malformed: 'is not a share',
  damaged: 'is damaged',
  mixed: 'is of another set',
  duplicate: 'has the index of another',
  too_few: 'is not enough to reach the threshold',
  mismatch: 'does not lead to the secret that was split, or is in a set where some other does not',
};

export class ShareError extends Error {
  override readonly name = 'ShareError';
  readonly code: ShareErrorCode;
  /** From 0, ascending: the shares at fault, or all of them where it cannot be told. */
  readonly positions: readonly number[];

  constructor(code: ShareErrorCode, positions: readonly number[]) {
    super(`share ${positions.map((position) => position + 1).join(', ') || 'set'}: ${explanations[code]}`);
    this.code = code;
    this.positions = positions;
  }
}
