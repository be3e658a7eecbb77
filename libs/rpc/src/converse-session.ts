/**
 * One stream to one engine, from its opening to its end, which comes exactly once. Calls handed to it are written in
 * batches and answered in any order. A call that was written when the stream ends fails as `unavailable`: whether it had
 * an effect is unknown, so it is never sent again from here.
 */
import { fault } from '@countersign/policy';
import type { Fault } from '@countersign/policy';
import { Metadata } from '@grpc/grpc-js';
import type { Client, ServiceError, StatusObject } from '@grpc/grpc-js';
import { createOutbox, maxBatchItems } from './batch';
import { faultFromStatus, faultFromWire, tooLarge } from './fault-wire';
import type { Answer__Output } from './gen/countersign/callback/v1/Answer';
import type { AnswerBatch__Output } from './gen/countersign/callback/v1/AnswerBatch';
import type { StreamedCall } from './methods';
import type { Wire } from './proto';
import { requestIdKey } from './request-id';

/** A call on its way. It is settled once; settling it again does nothing. */
export interface PendingCall {
  readonly kind: StreamedCall;
  readonly request: object;
  readonly requestId: string;
  /** ms UTC */
  readonly deadline: number;
  succeed(reply: object): void;
  fail(refusal: Fault): void;
}

export interface SessionDeps {
  readonly wire: Pick<Wire, 'callback' | 'call' | 'fault'>;
  readonly client: Client;
  readonly now: () => number;
  readonly newId: () => string;
  readonly maxMessageBytes: number;
  readonly maxInFlight: number;
  readonly onConnected: () => void;
  readonly onAnswers: () => void;
  /** There is room again, after there was none. */
  readonly onRoom: () => void;
  /** The engine wants no more calls on this stream. */
  readonly onDraining: () => void;
  /** With the reason, if the engine gave one or the transport has one. */
  readonly onEnd: (reason: Fault | undefined) => void;
}

export interface Session {
  /** Open and not draining. */
  readonly connected: () => boolean;
  readonly inFlight: () => number;
  readonly hasRoom: () => boolean;
  /**
   * Puts it into the next batch. Returns how to tell the engine that nobody waits for it any longer. Throws, having sent
   * nothing, when the request is too large or not of the contract's shape.
   */
  send(pending: PendingCall): () => void;
  /** Writes what was put into the batch. */
  flush(): void;
  end(): void;
}

const maxId = 0xffff_ffff;
const maxTimeoutMs = 0xffff_ffff;

/** The next id after `last` that no call in flight has: 1 … 2³²−1, round and round. */
export const nextId = (last: number, taken: { has(id: number): boolean }): number => {
  let id = last;
  do id = id >= maxId ? 1 : id + 1;
  while (taken.has(id));
  return id;
};

export const createSession = (deps: SessionDeps): Session => {
  const { wire, client, now, maxMessageBytes, maxInFlight } = deps;
  const inFlight = new Map<number, PendingCall>();
  let lastId = 0;
  let connected = false;
  let draining = false;
  let over = false;

  const { Converse } = wire.callback;
  const metadata = new Metadata();
  metadata.set(requestIdKey, deps.newId());
  const stream = client.makeBidiStreamRequest(
    Converse.path,
    (batch: Buffer) => batch,
    Converse.responseDeserialize,
    metadata,
  );
  const outbox = createOutbox({
    write: (batch) => stream.write(batch),
    onEmpty: () => {
      if (draining) stream.end();
    },
  });

  const isOpen = (): boolean => connected && !draining;
  const settle = (answer: Answer__Output): void => {
    const pending = inFlight.get(answer.id);
    if (pending === undefined) return; // nobody waits for it any longer
    inFlight.delete(answer.id);
    if (answer.fault) return pending.fail(faultFromWire(answer.fault));
    const reply = answer[pending.kind];
    if (reply) pending.succeed(reply);
    else pending.fail(fault('internal', { cause: new Error(`answered as ${answer.result ?? 'nothing'}`) }));
  };
  const startDraining = (): void => {
    if (draining || over) return;
    draining = true;
    deps.onDraining();
    outbox.flush();
  };
  const finish = (ended: Pick<StatusObject, 'code' | 'details' | 'metadata'>): void => {
    if (over) return;
    over = true;
    connected = false;
    outbox.close();
    const reason = ended.code === 0 ? undefined : faultFromStatus(wire, ended as ServiceError);
    for (const pending of inFlight.values()) pending.fail(fault('unavailable', { cause: reason }));
    inFlight.clear();
    deps.onEnd(reason);
  };

  stream.on('metadata', () => {
    if (over) return;
    connected = true;
    deps.onConnected();
  });
  stream.on('drain', () => {
    outbox.drained();
    deps.onRoom();
  });
  stream.on('data', (batch: AnswerBatch__Output) => {
    for (const answer of batch.answers) settle(answer);
    if (batch.answers.length > 0) deps.onAnswers();
    if (batch.draining) startDraining();
    if (!draining) deps.onRoom();
  });
  stream.on('error', () => undefined); // 'status' follows, and tells the same
  stream.on('status', finish);

  return {
    inFlight: () => inFlight.size,
    connected: isOpen,
    hasRoom: () => isOpen() && outbox.open() && inFlight.size < maxInFlight,
    send: (pending) => {
      lastId = nextId(lastId, inFlight);
      const id = lastId;
      const { kind, request, requestId, deadline } = pending;
      const timeoutMs = Math.min(Math.max(1, Math.ceil(deadline - now())), maxTimeoutMs);
      const bytes = wire.call.serialize({ id, timeoutMs, requestId, [kind]: request });
      if (bytes.byteLength > maxMessageBytes) throw tooLarge(maxMessageBytes);
      inFlight.set(id, pending);
      outbox.add(bytes);
      if (outbox.size() >= maxBatchItems) outbox.flush();
      return () => {
        if (inFlight.get(id) !== pending) return;
        inFlight.delete(id);
        if (!draining) outbox.add(wire.call.serialize({ id, cancel: {} }));
      };
    },
    flush: () => outbox.flush(),
    end: () => {
      finish({ code: 0, details: '', metadata: new Metadata() });
      stream.cancel();
    },
  };
};
