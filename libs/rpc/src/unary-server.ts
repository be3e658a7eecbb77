/**
 * Puts typed handlers behind gRPC's unary methods, each call through the chain. A reply is encoded inside the chain, so
 * one that does not fit the contract or is too large is a bug of this process, logged and opaque like any other.
 */
import { fault } from '@countersign/policy';
import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import type { MethodDefinition } from '@grpc/proto-loader';
import type { Chain } from './chain';
import type { HealthMethod } from './callers';
import { asFault, faultToStatus } from './fault-wire';
import type { Handler, MethodName } from './methods';
import type { Wire } from './proto';
import { requestIdKey, takeRequestId } from './request-id';

export interface UnaryDeps {
  readonly wire: Pick<Wire, 'fault'>;
  readonly chain: Chain;
  readonly now: () => number;
  readonly newId: () => string;
  readonly maxMessageBytes: number;
}

/** Throws an ordinary Error, for the chain to log, when a reply is larger than a caller would accept. */
export const bounded = (reply: Buffer, maxMessageBytes: number): Buffer => {
  if (reply.byteLength <= maxMessageBytes) return reply;
  throw new Error(`a reply of ${reply.byteLength} bytes is too large to send`);
};

/** The same method, whose replies are bytes already. */
export const answeringBytes = <Method extends object>(definition: Method) => ({
  ...definition,
  responseSerialize: (reply: Buffer): Buffer => reply,
});

/** What to register for one method, and the function to run for it. */
export const serveUnary = <Request, Reply>(
  deps: UnaryDeps,
  method: MethodName | HealthMethod,
  definition: MethodDefinition<object, Reply, Request, object>,
  handler: Handler<Request, Reply>,
) => ({
  definition: answeringBytes(definition),
  serve: (call: ServerUnaryCall<Request, Buffer>, reply: sendUnaryData<Buffer>): void => {
    const abort = new AbortController();
    const deadline = Number(call.getDeadline());
    let answered = false;
    call.on('cancelled', () => {
      if (!answered) abort.abort(fault(deps.now() >= deadline ? 'deadline' : 'cancelled'));
    });
    deps
      .chain({
        method,
        certificate: call.getAuthContext().sslPeerCertificate,
        requestId: takeRequestId(call.metadata.get(requestIdKey)[0], deps.newId),
        deadline: Number.isFinite(deadline) ? deadline : undefined,
        carried: method === 'Health.Check',
        abort,
        handle: async (context) =>
          bounded(definition.responseSerialize(await handler(call.request, context)), deps.maxMessageBytes),
      })
      .finally(() => (answered = true))
      .then(
        (bytes) => reply(null, bytes),
        (error: unknown) => reply(faultToStatus(deps.wire, asFault(error))),
      );
  },
});
