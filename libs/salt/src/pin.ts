/**
 * Secrets that may never change are pinned: the first start writes their fingerprint to the store, and every later
 * start with another one is stopped before it serves. The store keeps the first value it is given for a name and
 * always answers with it, so of two processes that start at once with different secrets one is stopped.
 */
export class PinMismatch extends Error {
  override readonly name = 'PinMismatch';
}

export interface PinCheck {
  /** What is pinned, in the words of an operator: "countersign-salt". */
  readonly name: string;
  /** From fingerprint.ts; safe to store. */
  readonly fingerprint: string;
  /** Stores the value unless the name has one, and resolves with the one that is stored. */
  readonly pin: (name: string, value: string) => Promise<string>;
}

/** Resolves when the pinned fingerprint is this one. Throws PinMismatch, or what `pin` throws. */
export const checkPinned = async ({ name, fingerprint, pin }: PinCheck): Promise<void> => {
  const pinned = await pin(name, fingerprint);
  if (pinned === fingerprint) return;
  throw new PinMismatch(
    `${name}: ${difference(pinned, fingerprint)} Serving with it would change what was derived from the first one, ` +
      `and users could lose access to their wallets. Put the first ${name} back (from its backup or its shares) and ` +
      'start again. If this process was meant to use another database, correct STORE_URL. Do not delete the pin.',
  );
};

const difference = (pinned: string, given: string): string => {
  const [pinnedVersion = '', pinnedLabel = ''] = pinned.split(':');
  const [givenVersion = '', givenLabel = ''] = given.split(':');
  if (pinnedVersion !== givenVersion) {
    return `this database was first started with a fingerprint of version "${pinnedVersion}", this program writes "${givenVersion}".`;
  }
  if (pinnedLabel !== givenLabel) {
    return `this database was first started in mode "${pinnedLabel}", this start is in mode "${givenLabel}".`;
  }
  return 'this is not the value this database was first started with.';
};
