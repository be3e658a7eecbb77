import { per24Hours, per24HoursKey, perTransaction } from '../limits';
import type { Platform } from '../platform';

/**
 * One user with many equal permits, of which a cap admits only some, to the last unit. The amounts are chosen so that
 * adding them up in floating point would come out differently.
 */
export const PERMITS = 200;
export const ADMITTED = 37;
export const AMOUNT = '0.1';
export const CHAIN = 'bitcoin';
export const UID = '5a0c1d52-6a3c-4e0e-9c0a-0a6f5f1f0001';
export const CAP = '3.7';
export const CAP_KEY = per24HoursKey;

const ADDRESS = '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa';
const LIFETIME_MS = 60 * 60_000;
/** Registered at once: as many as one engine commits well within the time of a call. */
const AT_ONCE = 20;

/** Resolves with the references of the permits. */
export async function registerPermits(platform: Platform): Promise<readonly string[]> {
  await platform.changeSettings({ coolingOffMs: 0 });
  await platform.enableChain(CHAIN, [perTransaction('1')]);
  await platform.createUser({ uid: UID });
  await platform.setUserLimits(UID, CHAIN, [per24Hours(CAP)]);
  await platform.addDestination(UID, CHAIN, ADDRESS, 'savings');
  await platform.pushBalance(UID, CHAIN, '1000');
  const intent = { uid: UID, chainId: CHAIN, amount: AMOUNT, address: ADDRESS, lifetimeMs: LIFETIME_MS };
  const references: string[] = [];
  while (references.length < PERMITS) {
    const part = Array.from({ length: Math.min(AT_ONCE, PERMITS - references.length) }, () =>
      platform.registerPermit(intent),
    );
    references.push(...(await Promise.all(part)));
  }
  return references;
}
