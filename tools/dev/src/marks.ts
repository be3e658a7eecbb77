/**
 * The values that may be found nowhere but where they are kept: collected while they are used, so that they can be
 * searched for afterwards (leaks.ts).
 */
export const markKinds = [
  'AES secret',
  'salt',
  'pepper',
  'audit key',
  'issuer key',
  'TLS key',
  'token',
  'hashedUsername',
  'hashedPassword',
  'x',
  'countersign',
  'request payload',
  'reply payload',
  'update payload',
] as const;
export type MarkKind = (typeof markKinds)[number];

export interface Mark {
  readonly kind: MarkKind;
  readonly bytes: Buffer;
}

export interface Marks {
  /**
   * Throws RangeError for a secret too short to be told from chance. A payload too short to say anything, such as `{}`,
   * is left out: what is secret in it is marked by itself.
   */
  add(kind: MarkKind, value: string | Buffer): void;
  /** Each value once. */
  all(): readonly Mark[];
  count(kind: MarkKind): number;
}

export interface Stretch {
  /** So many bytes of the value in a row, or all of it where it has fewer, are as good as the value. */
  readonly need: number;
  /** How it is searched for, see leaks/sieve.ts: together less than what is needed. */
  readonly window: number;
  readonly stride: number;
}

/**
 * Of a payload it takes more than of a secret, because its members may well stand elsewhere, each by itself: a uid, an
 * address or an amount is no secret.
 */
export const stretchOf = (kind: MarkKind): Stretch =>
  isPayload(kind) ? { need: 96, window: 48, stride: 16 } : { need: 19, window: 16, stride: 4 };

const isPayload = (kind: MarkKind): boolean => kind.endsWith(' payload');

export function createMarks(): Marks {
  const marks = new Map<string, Mark>();
  return {
    add(kind, value) {
      const bytes = Buffer.from(value);
      if (bytes.length < stretchOf(kind).window) {
        if (isPayload(kind)) return;
        throw new RangeError(`a ${kind} of ${bytes.length} bytes cannot be told from chance`);
      }
      marks.set(`${kind} ${bytes.toString('latin1')}`, { kind, bytes });
    },
    all: () => [...marks.values()],
    count: (kind) => [...marks.values()].filter((mark) => mark.kind === kind).length,
  };
}
