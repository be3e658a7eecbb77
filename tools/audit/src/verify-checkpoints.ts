import { createLogDigest, statementIn, type Keyring } from '@countersign/evidence';
import type { StoredEvent } from '@countersign/store';
import type { Finding } from './finding';

/**
 * Holds every checkpoint of the log against the digest that the log really has, and its signature against the keys, if
 * there are any to hold it against. Events must come in order of position, and none may be left out.
 */
export function createCheckpointCheck(
  keyring: Keyring | undefined,
): (event: StoredEvent) => Finding | undefined {
  const log = createLogDigest();
  return ({ kind, id, seq, data, hash }) => {
    const message = kind === 'checkpoint' ? mistakeIn(data) : undefined;
    log.add(hash);
    return message === undefined ? undefined : { kind, id, seq, reason: 'checkpoint differs', message };
  };

  function mistakeIn(data: unknown): string | undefined {
    const statement = statementIn(data);
    if (statement === undefined) return 'the checkpoint holds no statement';
    const mistake = keyring?.mistakeIn(statement);
    if (mistake !== undefined) return `the checkpoint does not hold: ${mistake}`;
    if (log.fits(statement) !== false) return undefined;
    return `the first ${statement.position} events of the log are not those it was made of`;
  }
}
