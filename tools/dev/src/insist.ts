import { randomUUID } from 'node:crypto';
import { isFault } from '@countersign/policy';
import type { AdminClient } from '@countersign/rpc';

/**
 * Asks the engine, and asks again while it is away, as a well-behaved internal service would. Only for what may be
 * repeated without harm. Rejects with the engine's Fault, or with `unavailable` when it stays away.
 */
export type Insist = <T>(
  call: (options: { readonly requestId: string; readonly deadline: number }) => Promise<T>,
) => Promise<T>;

const PATIENCE_MS = 15_000;
const CALL_MS = 5_000;

export const createInsist =
  (admin: Pick<AdminClient, 'waitForReady'>): Insist =>
  async (call) => {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        await admin.waitForReady(until);
        return await call({ requestId: randomUUID(), deadline: Date.now() + CALL_MS });
      } catch (error) {
        if (!isFault(error, 'unavailable', 'deadline') || Date.now() > until) throw error;
      }
    }
  };

/** That it was made before is as good as making it. */
export async function unlessMade(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!isFault(error, 'already_exists')) throw error;
  }
}
