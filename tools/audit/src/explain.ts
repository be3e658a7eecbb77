import { createPast, followChain } from '@countersign/commands';
import { evolve, isDecision, type Decision, type User } from '@countersign/policy';
import { chainFinding } from './finding';
import type { AuditedStore } from './open-audited';
import { recompute } from './recompute';
import { UsageError } from './usage-error';

export interface Explained {
  readonly decision: Decision;
  /** Why it does not recompute; null when it does, byte for byte, and its chain holds up to it. */
  readonly differs: string | null;
}

/** A decision by its id, `<uid>#<seq>`, decided again from the events before it. */
export async function explain(
  store: Pick<AuditedStore, 'history' | 'head'>,
  decisionId: string,
  signal: AbortSignal,
): Promise<Explained> {
  const [, uid = '', number = ''] = /^(.+)#([1-9][0-9]{0,14})$/s.exec(decisionId) ?? [];
  if (uid === '') throw new UsageError('a decision id is <uid>#<number>, such as ada#17');
  const seq = Number(number);
  const [event] = await store.history('user', uid, { afterSeq: seq - 1, limit: 1 });
  const fact = event && { type: event.type, data: event.data as object };
  if (event?.seq !== seq || fact === undefined || !isDecision(fact)) {
    throw new UsageError(`no such decision: ${decisionId}`);
  }
  const past = createPast(store);
  let user: User | undefined;
  let differs: string | undefined;
  const head = { seq, hash: event.hash };
  const broken = await followChain(store, { kind: 'user', id: uid }, head, signal, async (one) => {
    if (one.seq === seq) differs = await recompute(past, user, fact);
    else user = evolve('user', user, { type: one.type, data: one.data as object });
  });
  if (broken !== undefined) {
    const { message } = chainFinding('user', uid, broken);
    differs = `the events before it cannot be trusted, at number ${broken.seq}: ${message}`;
  }
  return { decision: fact.data, differs: differs ?? null };
}
