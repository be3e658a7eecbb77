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
  /** Calls made again because the engine or its store was too busy, as CoKeeps would. */
  readonly repeated: number;
  readonly ms: number;
}

/** What an engine gives a call at most. */
const DEADLINE_MS = 30_000;
const PATIENCE_MS = 120_000;

export async function readAll(
  engines: readonly Pick<CallbackClient, 'read'>[],
  references: readonly string[],
): Promise<Reading> {
  const began = performance.now();
  const patience = Date.now() + PATIENCE_MS;
  const granted = new Map<string, string>();
  const refused = new Map<string, string>();
  const odd: string[] = [];
  const byEngine = engines.map(() => 0);
  let repeated = 0;

  async function ask(engine: Pick<CallbackClient, 'read'>, referenceId: string): Promise<ReadReply> {
    for (;;) {
      try {
        const options = { requestId: randomUUID(), deadline: Date.now() + DEADLINE_MS };
        return await engine.read({ uid: UID, referenceId }, options);
      } catch (error) {
        if (!isFault(error, 'unavailable', 'deadline') || Date.now() > patience) throw error;
        repeated += 1;
      }
    }
  }

  await Promise.all(
    references.map(async (referenceId, i) => {
      const turn = i % engines.length;
      const engine = engines[turn];
      if (engine === undefined) throw new RangeError('there is no engine');
      try {
        const reply = await ask(engine, referenceId);
        if (isExactly(reply, AMOUNT)) {
          granted.set(referenceId, reply.decisionId);
          byEngine[turn] = (byEngine[turn] ?? 0) + 1;
        } else if (isExactly(reply, '0')) refused.set(referenceId, reply.decisionId);
        else odd.push(JSON.stringify(reply));
      } catch (error) {
        if (!isFault(error)) throw error;
        odd.push(`${error.code}: ${error.message}`);
      }
    }),
  );
  return { granted, refused, odd, byEngine, repeated, ms: Math.round(performance.now() - began) };
}

const isExactly = ({ limits }: ReadReply, amount: string): boolean =>
  limits.length === 1 && limits.every(({ chainId, limit }) => chainId === CHAIN && limit === amount);
