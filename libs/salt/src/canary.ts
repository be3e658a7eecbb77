/**
 * Canaries are countersigns nobody uses. A pinned salt proves that the right salt is there; it does not prove that the
 * program still makes the same keys of it, and a build, a runtime or an edit that derives otherwise would lock users out
 * of wallets just as a wrong salt does. So a fixed list of ids and `x` is countersigned at every start and compared
 * twice: under a salt of this file with digests that stand in this file, which no database is needed for, and under
 * the real salt with what this database was first started with.
 *
 * The list covers what a derivation could treat otherwise: both kinds, nothing, text that has two Unicode forms, text
 * outside the BMP, a lone surrogate, the boundary between kind, id and `x`, and long text. It is frozen like the
 * derivation: another list is another name to pin under, beside this one.
 */
import { createHash } from 'node:crypto';
import type { Countersigner, SaltMode, SaltSettings } from './countersign';
import { fingerprint } from './fingerprint';
import { PinMismatch, type PinCheck } from './pin';

export interface CanaryCheck extends SaltSettings, Pick<PinCheck, 'pin'> {
  /** createCountersigner: what will serve. The salt is to be checked first; canaries of another salt say nothing. */
  readonly create: (settings: SaltSettings) => Countersigner;
}

const canaries = [
  ['forUser', '', ''],
  ['forMachine', '', ''],
  ['forUser', '3f0e9b52-6f0b-4d8e-9a41-6f7f3b0f2a11', 'arbitrary_value_passed_by_cokeeps_hot_wallet'],
  ['forMachine', '3f0e9b52-6f0b-4d8e-9a41-6f7f3b0f2a11', 'arbitrary_value_passed_by_cokeeps_hot_wallet'],
  ['forUser', 'machine:canary', 'x'],
  ['forMachine', 'user:canary', 'x'],
  ['forUser', 'canary', ' x\r\n\t\0'],
  ['forUser', 'Zo\u00eb', '\u00e9'],
  ['forUser', 'Zoe\u0308', 'e\u0301'],
  ['forMachine', '\u{1f424}', '\u{1f424}\ufeff'],
  ['forMachine', 'a\ud800', '\udc00z'],
  ['forUser', 'i'.repeat(256), 'x'.repeat(10_000)],
] as const;

const keysOf = (countersigner: Countersigner): string =>
  canaries.map(([kind, id, x]) => countersigner[kind](id, x)).join('');

/** SHA-256 of the canaries' keys under a salt that is no secret. Frozen: computed outside of this program. */
const publicSalt = 'countersign/canaries/v1';
const known: Readonly<Record<SaltMode, string>> = {
  derived: '1370cf2dc59092f799f31b5780e222bb07727b7c28f326a3b862eadfcbd01ea0',
  shared: '3a6bf38783a05e3433a1d964c849625c951e00db8b03944ab4612c6d8c5ac6e6',
};

/**
 * Pins the canaries as one fingerprint, `v1:canaries-<mode>:<64 hex>`, so that no countersign is stored; or compares
 * them. Throws PinMismatch, or what `pin` throws.
 */
export const checkCanaries = async ({ create, salt, mode, pin }: CanaryCheck): Promise<void> => {
  const keys = keysOf(create({ salt: publicSalt, mode }));
  if (createHash('sha256').update(keys).digest('hex') !== known[mode]) {
    throw new PinMismatch(
      `countersign canaries: this program derives other countersigns than it must. ${advice}`,
    );
  }
  const given = await fingerprint({ label: `canaries-${mode}`, value: keysOf(create({ salt, mode })) });
  if ((await pin('countersign canaries', given)) === given) return;
  throw new PinMismatch(
    'countersign canaries: the salt is the one this database was first started with, but this program derives other ' +
      `countersigns from it. ${advice}`,
  );
};

const advice =
  'Serving them would lock users out of their wallets. Start the release that served here before, with ' +
  'the Node version it had, and report this one. Do not change the salt and do not delete the pin.';
