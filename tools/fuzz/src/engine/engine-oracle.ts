/**
 * What the engine may answer a call. Either the reply that the contract promises, to the byte, or a fault of the closed
 * union: its code as the gRPC status, the code's name as the status text, and the message fault.v1 beside it. `internal`
 * is never an answer to an input: it says that there is a bug.
 *
 * Without a fault come only what gRPC itself answers before anything of ours runs: bytes that are not the message, a
 * message that is too large, a method that does not exist.
 */
import { status as grpcStatus, type Metadata } from '@grpc/grpc-js';
import type { Schema } from './schema';
import { decode, type Message } from './wire';

export interface Ended {
  readonly code: number;
  readonly details: string;
  readonly metadata: Metadata;
}

export interface Judgement {
  readonly answer: string;
  readonly problem?: string;
}

const codes: Readonly<Record<string, number>> = {
  invalid: grpcStatus.INVALID_ARGUMENT,
  unauthenticated: grpcStatus.UNAUTHENTICATED,
  forbidden: grpcStatus.PERMISSION_DENIED,
  not_found: grpcStatus.NOT_FOUND,
  already_exists: grpcStatus.ALREADY_EXISTS,
  conflict: grpcStatus.ABORTED,
  exhausted: grpcStatus.RESOURCE_EXHAUSTED,
  deadline: grpcStatus.DEADLINE_EXCEEDED,
  cancelled: grpcStatus.CANCELLED,
  unavailable: grpcStatus.UNAVAILABLE,
  unimplemented: grpcStatus.UNIMPLEMENTED,
};

/** gRPC's own words, by status. */
const ofGrpc: readonly (readonly [code: number, text: RegExp])[] = [
  [grpcStatus.INTERNAL, /^Error deserializing request$/],
  [grpcStatus.RESOURCE_EXHAUSTED, /^Received message larger than max/],
];

const MOST_TEXT = 520;
const MOST_DETAILS = 9_000;

export const judgeReply = (schema: Schema, reply: string, bytes: Buffer): Judgement => {
  try {
    decode(schema, reply, bytes);
    return { answer: 'ok' };
  } catch (error) {
    return { answer: 'ok', problem: `a reply that is no ${reply}: ${(error as Error).message}` };
  }
};

export const judgeFault = (fault: Message): Judgement => {
  const [code] = fault.get('code') ?? [];
  const [message = ''] = fault.get('message') ?? [];
  const details = (fault.get('details') ?? []).map(String);
  const answer = String(code);
  if (code === 'internal') return { answer, problem: 'internal: a bug' };
  if (!Object.hasOwn(codes, answer)) return { answer, problem: `a fault outside the union: ${answer}` };
  if (
    Buffer.byteLength(String(message)) > MOST_TEXT ||
    details.some((one) => Buffer.byteLength(one) > MOST_TEXT)
  )
    return { answer, problem: 'a fault with too long a text' };
  if (Buffer.byteLength(details.join('')) > MOST_DETAILS)
    return { answer, problem: 'a fault with too many details' };
  return { answer };
};

/** Of a unary call, or of a whole stream, that did not end well. */
export const judgeEnd = (schema: Schema, { code, details, metadata }: Ended): Judgement => {
  const [sent] = metadata.get('countersign-fault-bin');
  if (Buffer.isBuffer(sent)) {
    const judged = judgeFault(decode(schema, 'Fault', sent));
    if (judged.problem !== undefined) return judged;
    if (details !== judged.answer || code !== codes[judged.answer])
      return { ...judged, problem: `status ${code} "${details}" with the fault ${judged.answer}` };
    return judged;
  }
  const known = ofGrpc.some(([status, text]) => status === code && text.test(details));
  const answer = `gRPC's own ${grpcStatus[code] ?? code}`;
  return known
    ? { answer }
    : { answer, problem: `status ${grpcStatus[code] ?? code} without a fault: ${details}` };
};
