/**
 * The hash of an event, computed here and nowhere else: the store seals with it, the exporter and the verifiers check
 * with it. It covers `prev` followed by a JSON array of every stored field in a fixed order; `data` enters as the text
 * that is stored, so nothing is normalised between what was hashed and what is kept.
 */
import { createHash } from 'node:crypto';

/** `prev` of a first event. */
export const genesis = '0'.repeat(64);

/** What is hashed of an event: everything but its position, which it gets later. */
export interface HashedEvent {
  readonly kind: string;
  readonly id: string;
  readonly seq: number; // within the aggregate, dense, from 1
  readonly type: string;
  readonly at: number; // ms UTC
  readonly actor: string;
  readonly reason: string;
  readonly requestId: string;
  readonly data: string; // JSON text
  readonly prev: string; // hash of the event before, 64 zeros for the first
}

/** 64 hex. */
export const hashEvent = (event: HashedEvent): string => {
  const { prev, kind, id, seq, type, at, actor, reason, requestId, data } = event;
  const text = JSON.stringify([kind, id, seq, type, at, actor, reason, requestId, data]);
  return createHash('sha256').update(prev).update(text).digest('hex');
};
