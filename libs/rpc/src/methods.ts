/**
 * The typed view of the services: what a handler gets and returns, what a client offers, and the name of every method.
 * All of it is derived from the generated definitions, so an RPC added to proto/ is missing here until it is served.
 *
 * One shape per message: the complete one. Leaving a field out would send its default, and an empty list of limits
 * could be read as "no restriction"; so both handlers and callers say every field.
 */
import type { MethodDefinition } from '@grpc/proto-loader';
import type { AdminDefinition } from './gen/countersign/admin/v1/Admin';
import type { CallbackDefinition } from './gen/countersign/callback/v1/Callback';

export interface CallContext {
  /** Service and method, e.g. `Callback.Read`. */
  readonly method: string;
  /** Proven by the client certificate: `edge`, `admin`, … */
  readonly peer: string;
  readonly requestId: string;
  /** ms UTC. Nobody waits for an answer after it. */
  readonly deadline: number;
  /** Aborted when the deadline passes, the caller cancels or its connection is gone. */
  readonly signal: AbortSignal;
}

/** Rejects with a Fault for what is expected; anything else is a bug. Cannot tell a stream from a unary call. */
export type Handler<Request, Reply> = (request: Request, context: CallContext) => Promise<Reply>;

/** What the caller of a method says about it. */
export interface CallOptions {
  readonly requestId: string;
  /** ms UTC */
  readonly deadline: number;
  readonly signal?: AbortSignal;
}

type Named<Definition> = { [M in keyof Definition as string extends M ? never : M]: Definition[M] };
type RequestOf<M> = M extends MethodDefinition<infer _I, infer _O, infer Request, infer _R> ? Request : never;
type ReplyOf<M> = M extends MethodDefinition<infer _I, infer _O, infer _Q, infer Reply> ? Reply : never;

type Handlers<D> = {
  readonly [M in keyof D & string as Uncapitalize<M>]: Handler<RequestOf<D[M]>, ReplyOf<D[M]>>;
};
type Calls<D> = {
  readonly [M in keyof D & string as Uncapitalize<M>]: (
    request: RequestOf<D[M]>,
    options: CallOptions,
  ) => Promise<ReplyOf<D[M]>>;
};

type CallbackMethods = Omit<Named<CallbackDefinition>, 'Converse'>;
type AdminMethods = Named<AdminDefinition>;

export type CallbackHandlers = Handlers<CallbackMethods>;
export type AdminHandlers = Handlers<AdminMethods>;
export type CallbackCalls = Calls<CallbackMethods>;
export type AdminCalls = Calls<AdminMethods>;

/** `Callback.Read`, `Callback.Converse`, `Admin.PushBalance`, … */
export type MethodName =
  `Callback.${keyof Named<CallbackDefinition> & string}` | `Admin.${keyof AdminMethods & string}`;

/** `SetLimit` in the contract is `setLimit` in the code. */
export const camelCased = (method: string): string => method.charAt(0).toLowerCase() + method.slice(1);

/** The four calls that ride the stream: their field name in a frame, and their name everywhere else. */
export const streamed = {
  userVerify: 'Callback.UserVerify',
  machineVerify: 'Callback.MachineVerify',
  read: 'Callback.Read',
  update: 'Callback.Update',
} as const satisfies Record<keyof CallbackHandlers, MethodName>;

export type StreamedCall = keyof typeof streamed;
export const streamedCalls = Object.keys(streamed) as readonly StreamedCall[];
