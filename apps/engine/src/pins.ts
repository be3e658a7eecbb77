import type { Log } from '@countersign/runtime';
import {
  checkCanaries,
  checkPinned,
  createCountersigner,
  fingerprint,
  saltFingerprint,
  type SaltMode,
} from '@countersign/salt';
import { weaknessOf } from '@countersign/secrets';
import type { Store } from '@countersign/store';

/**
 * What may never change, compared with what this database was first started with; before anything is served, because
 * one wrong countersign given out can cost a wallet. The canaries come after the salt: only under the right salt do
 * they say something about the program. A database from before there were canaries gets them here.
 *
 * A weak value is told at every start and never refused: it cannot be replaced any more. Only the operator can still
 * choose another one, and only for a database in which there is nothing yet.
 */
export interface PinsDeps {
  readonly store: Pick<Store, 'pin'>;
  readonly salt: string;
  readonly mode: SaltMode;
  readonly pepper: string;
  readonly log: Pick<Log, 'warn'>;
}

/** Throws PinMismatch, with what to do about it. */
export async function checkPins({ store, salt, mode, pepper, log }: PinsDeps): Promise<void> {
  const { pin } = store;
  const saltName = 'countersign salt';
  const pepperName = 'username pepper';
  await checkPinned({ name: saltName, fingerprint: await saltFingerprint({ salt, mode }), pin });
  await checkCanaries({ create: createCountersigner, salt, mode, pin });
  const ofPepper = await fingerprint({ label: 'username-pepper', value: pepper });
  await checkPinned({ name: pepperName, fingerprint: ofPepper, pin });

  for (const [what, value] of [
    [saltName, salt],
    [pepperName, pepper],
  ] as const) {
    const problem = weaknessOf(value);
    if (problem !== undefined) log.warn({ what, problem }, 'can never change, and is weak');
  }
}
