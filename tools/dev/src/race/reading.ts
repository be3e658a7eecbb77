import { randomUUID } from 'node:crypto';
import { isFault } from '@countersign/policy';
import type { CallbackClient, ReadReply } from '@countersign/rpc';
import { AMOUNT, CHAIN, UID } from './contestant';

/** All permits read at the same moment, in turns through the one engine and the other. */
export interface Reading {
  /** Decision ids by reference. */
  readonly granted: ReadonlyMap<string, string>;
  readonly refused: ReadonlyMap<string, string>;
  /** What was neither, in words. */
  readonly odd: readonly string[];
  /** How many each engine granted. */
  readonly byEngine: readonly number[];
  readonly ms: number;
}

/** What an engine grants a call at most. */
const DEADLINE_MS = 30_000;

export async function readAll(
  engines: readonly Pick<CallbackClient, 'read'>[],
  references: readonly string[],
): Promise<Reading> {
  const began = performance.now();
  const deadline = Date.now() + DEADLINE_MS;
  const granted = new Map<string, string>();
  const refused = new Map<string, string>();
  const odd: string[] = [];
  const byEngine = engines.map(() => 0);
  await Promise.all(
    references.map(async (referenceId, i) => {
      const engine = i % engines.length;
      try {
        const reply = await engines[engine]?.read(
          { uid: UID, referenceId },
          { requestId: randomUUID(), deadline },
        );
        if (reply === undefined) throw new Error('no engine was asked');
        if (isExactly(reply, AMOUNT)) {
          granted.set(referenceId, reply.decisionId);
          byEngine[engine] = (byEngine[engine] ?? 0) + 1;
        } else if (isExactly(reply, '0')) refused.set(referenceId, reply.decisionId);
        else odd.push(JSON.stringify(reply));
      } catch (error) {
        if (!isFault(error)) throw error;
        odd.push(`${error.code}: ${error.message}`);
      }
    }),
  );
  return { granted, refused, odd, byEngine, ms: Math.round(performance.now() - began) };
}

const isExactly = ({ limits }: ReadReply, amount: string): boolean =>
  limits.length === 1 && limits.every(({ chainId, limit }) => chainId === CHAIN && limit === amount);
