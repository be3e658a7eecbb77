import {
  checkCanaries,
  checkPinned,
  createCountersigner,
  fingerprint,
  saltFingerprint,
  type SaltMode,
} from '@countersign/salt';
import type { Store } from '@countersign/store';

/**
 * What may never change, compared with what this database was first started with; before anything is served, because
 * one wrong countersign given out can cost a wallet. The canaries come after the salt: only under the right salt do
 * they say something about the program. A database from before there were canaries gets them here.
 */
export interface PinsDeps {
  readonly store: Pick<Store, 'pin'>;
  readonly salt: string;
  readonly mode: SaltMode;
  readonly pepper: string;
}

/** Throws PinMismatch, with what to do about it. */
export async function checkPins({ store, salt, mode, pepper }: PinsDeps): Promise<void> {
  const { pin } = store;
  const saltName = 'countersign salt';
  const pepperName = 'username pepper';
  await checkPinned({ name: saltName, fingerprint: await saltFingerprint({ salt, mode }), pin });
  await checkCanaries({ create: createCountersigner, salt, mode, pin });
  const ofPepper = await fingerprint({ label: 'username-pepper', value: pepper });
  await checkPinned({ name: pepperName, fingerprint: ofPepper, pin });
}
