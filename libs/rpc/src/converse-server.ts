/**
 * The engine's end of the stream. Opening it is one call through the chain, and so is every frame on it, under its own
 * method's name; answers leave in batches, in the order they come.
 *
 * A stream that has as many calls unanswered or answers unsent as it may is not read until that changes, so neither a
 * flood nor a reader that has stopped reading can grow this process: gRPC's flow control passes the pressure back. When
 * the stream ends, for whatever reason, the signals of its handlers are aborted and their answers are dropped. When
 * this process drains, the peer is told to send no more, and the stream ends once it has agreed and all is answered.
 */
import { fault } from '@countersign/policy';
import type { Fault } from '@countersign/policy';
import { Metadata } from '@grpc/grpc-js';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import { createOutbox } from './batch';
import type { Chain } from './chain';
import { asFault, faultToStatus, faultToWire } from './fault-wire';
import type { Call__Output } from './gen/countersign/callback/v1/Call';
import type { CallBatch__Output } from './gen/countersign/callback/v1/CallBatch';
import type { Gate } from './gate';
import { streamed } from './methods';
import type { CallbackHandlers, CallContext } from './methods';
import type { Wire } from './proto';
import { requestIdKey, takeRequestId } from './request-id';
import { bounded } from './unary-server';

export interface ConverseServerDeps {
  readonly wire: Pick<Wire, 'answer' | 'fault'>;
  readonly chain: Chain;
  readonly gate: Pick<Gate, 'enter'>;
  readonly handlers: CallbackHandlers;
  readonly now: () => number;
  readonly newId: () => string;
  readonly maxMessageBytes: number;
  /** Calls unanswered plus answers unsent, on one stream, before it is no longer read. */
  readonly maxPerStream: number;
}

export type ConverseStream = ServerDuplexStream<CallBatch__Output, Buffer>;

export interface ConverseServer {
  /** For gRPC to call; answers with bytes that are complete AnswerBatch messages. */
  readonly serve: (stream: ConverseStream) => void;
  /** Tells every stream, now and to come, that this process is about to stop. */
  drain(): void;
}

/** `draining: true`: field 2, varint 1. */
const drainingNotice = Buffer.from([0x10, 0x01]);

export const createConverseServer = (deps: ConverseServerDeps): ConverseServer => {
  const { wire, chain, handlers, now, newId, maxMessageBytes } = deps;
  const notices = new Set<() => void>();
  let draining = false;

  const runHandler = async (call: Call__Output, context: CallContext): Promise<Buffer> => {
    const { id } = call;
    const answer = (body: Parameters<Wire['answer']['serialize']>[0]): Buffer =>
      bounded(wire.answer.serialize({ id, ...body }), maxMessageBytes);
    if (call.userVerify) return answer({ userVerify: await handlers.userVerify(call.userVerify, context) });
    if (call.machineVerify)
      return answer({ machineVerify: await handlers.machineVerify(call.machineVerify, context) });
    if (call.read) return answer({ read: await handlers.read(call.read, context) });
    if (call.update) return answer({ update: await handlers.update(call.update, context) });
    throw fault('invalid', { details: ['request: must be set'] });
  };

  const converse = (stream: ConverseStream, certificate: Parameters<Chain>[0]['certificate']): void => {
    const inFlight = new Map<number, AbortController>();
    const leave = deps.gate.enter(true);
    let peerIsDone = false;
    let over = false;

    const outbox = createOutbox({
      write: (batch) => stream.write(batch),
      onEmpty: () => {
        regulate();
        if (peerIsDone && inFlight.size === 0 && !over) stream.end();
      },
    });
    const regulate = (): void => {
      const full = inFlight.size + outbox.size() >= deps.maxPerStream;
      if (full === stream.isPaused()) return;
      if (full) stream.pause();
      else stream.resume();
    };
    const refuse = (id: number, refusal: Fault): void =>
      outbox.add(wire.answer.serialize({ id, fault: faultToWire(refusal) }));

    const arrive = (call: Call__Output): void => {
      const { id, request } = call;
      if (request === 'cancel') {
        const abort = inFlight.get(id);
        inFlight.delete(id);
        abort?.abort(fault('cancelled'));
        return;
      }
      if (request === undefined) return refuse(id, fault('invalid', { details: ['request: must be set'] }));
      if (inFlight.has(id)) return refuse(id, fault('invalid', { details: ['id: is in flight already'] }));
      const abort = new AbortController();
      inFlight.set(id, abort);
      /** False when the caller no longer waits: nothing must be sent, least of all to a later call of the same id. */
      const settle = (): boolean => inFlight.get(id) === abort && inFlight.delete(id);
      chain({
        method: streamed[request],
        certificate,
        requestId: takeRequestId(call.requestId, newId),
        deadline: call.timeoutMs === 0 ? undefined : now() + call.timeoutMs,
        carried: true,
        abort,
        handle: (context) => runHandler(call, context),
      }).then(
        (answer) => {
          if (settle()) outbox.add(answer);
        },
        (error: unknown) => {
          if (settle()) refuse(id, asFault(error));
        },
      );
    };
    const sendNotice = (): void => {
      outbox.flush();
      stream.write(drainingNotice);
    };
    const finish = (): void => {
      if (over) return;
      over = true;
      outbox.close();
      leave();
      notices.delete(sendNotice);
      for (const abort of inFlight.values()) abort.abort(fault('cancelled'));
      inFlight.clear();
    };

    stream.on('drain', () => outbox.drained());
    stream.on('data', (batch: CallBatch__Output) => {
      for (const call of batch.calls) arrive(call);
      regulate();
    });
    stream.on('end', () => {
      peerIsDone = true;
      outbox.flush();
    });
    for (const event of ['cancelled', 'error', 'close']) stream.on(event, finish);
    notices.add(sendNotice);
    stream.sendMetadata(new Metadata());
    if (draining) sendNotice();
  };

  return {
    serve: (stream) => {
      const certificate = stream.getAuthContext().sslPeerCertificate;
      const abort = new AbortController();
      chain({
        method: 'Callback.Converse',
        certificate,
        requestId: takeRequestId(stream.metadata.get(requestIdKey)[0], newId),
        deadline: undefined,
        carried: false,
        abort,
        handle: () => Promise.resolve(Buffer.alloc(0)),
      }).then(
        () => {
          if (!stream.destroyed) converse(stream, certificate);
        },
        (error: unknown) => stream.emit('error', faultToStatus(wire, asFault(error))),
      );
    },
    drain: () => {
      draining = true;
      for (const notice of notices) notice();
    },
  };
};
