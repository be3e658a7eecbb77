import { isDeepStrictEqual } from 'node:util';
import { TransportError, type Exchange, type HotWallet } from '@countersign/hotwallet';
import { address, chains } from '../demo-world';
import type { Platform } from '../platform';
import type { Stack } from '../stack';
import type { Transcript } from '../transcript';

/** A day of a wallet, act by act. Each act says what happens, makes CoKeeps' calls and checks the replies. */
export interface Stage {
  readonly stack: Stack;
  readonly wallet: HotWallet;
  readonly platform: Platform;
  readonly transcript: Transcript;
}

export const X = 'a-challenge-chosen-by-cokeeps';
const PATIENCE_MS = 15_000;

/** CoKeeps' calls may all be repeated, so while a process is away they are, as CoKeeps itself would for /update. */
export async function patiently(stage: Stage, call: () => Promise<Exchange>): Promise<Exchange> {
  const until = Date.now() + PATIENCE_MS;
  let told = false;
  for (;;) {
    try {
      const reply = await call();
      if (reply.status !== 503 || Date.now() > until) return reply;
    } catch (error) {
      if (!(error instanceof TransportError) || Date.now() > until) throw error;
    }
    if (!told) stage.transcript.say('(a process is away; asking again)');
    told = true;
    await stage.platform.waitForEngine();
  }
}

export const read = (stage: Stage, uid: string, reference?: string): Promise<Exchange> =>
  patiently(stage, () => stage.wallet.read(reference === undefined ? { uid } : { uid, reference }));

/** Prints why the latest read of this permit was answered as it was. */
export async function explain(stage: Stage, uid: string, reference: string) {
  const decision = await stage.platform.explain(uid, reference);
  stage.transcript.say(`“${decision.sentence}”  (${decision.id})`);
  return decision;
}

export const show = (reply: Exchange): string =>
  `${reply.status} success=${String(reply.outer?.success)} ${reply.plaintext ?? reply.problem ?? ''}`;

export const refused = (reply: Exchange): boolean =>
  reply.outer?.success === false && reply.plaintext === '{}';

interface ReadReply {
  readonly role: string;
  readonly limits: readonly { chain_id: string; limit: string }[];
  readonly destinations: readonly { chain_id: string; address: string }[];
}

const limitsOf = (reply: Exchange) =>
  Object.fromEntries(
    ((reply.payload as ReadReply).limits ?? []).map(({ chain_id: id, limit }) => [id, limit]),
  );

const zeros = Object.fromEntries(chains.map(({ chainId }) => [chainId, '0']));

export const allZero = (reply: Exchange): boolean =>
  reply.outer?.success === true && isDeepStrictEqual(limitsOf(reply), zeros);

/** Exactly that much bitcoin to that one address, and an explicit zero everywhere else. */
export const grants = (reply: Exchange, amount: string, to: string = address): boolean =>
  reply.outer?.success === true &&
  isDeepStrictEqual(limitsOf(reply), { ...zeros, bitcoin: amount }) &&
  isDeepStrictEqual((reply.payload as ReadReply).destinations, [{ chain_id: 'bitcoin', address: to }]);
