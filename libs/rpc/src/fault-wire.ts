/**
 * A Fault on the wire: the message `fault.v1.Fault`, in the answer frame of a stream or in the binary metadata of a
 * unary status. What is private (cause, stack) is not in the message and so cannot leave. What does not decode to a
 * known code becomes `internal`: an unreadable refusal stays a refusal.
 *
 * The text of a fault is bounded, since it travels in HTTP/2 headers, which a peer may refuse when they grow.
 */
import { fault, isFault, isFaultCode } from '@countersign/policy';
import type { Fault } from '@countersign/policy';
import { Metadata } from '@grpc/grpc-js';
import type { ServiceError, StatusObject } from '@grpc/grpc-js';
import type { Fault__Output } from './gen/countersign/fault/v1/Fault';
import type { Wire } from './proto';
import { codeOfBareStatus, statusOf } from './status';

const metadataKey = 'countersign-fault-bin';
const maxTextBytes = 500;
const maxDetailsBytes = 8_000;

const clip = (text: string): string => {
  if (Buffer.byteLength(text) <= maxTextBytes) return text;
  return `${Buffer.from(text)
    .subarray(0, maxTextBytes)
    .toString()
    .replace(/\ufffd+$/, '')}…`;
};

const boundedDetails = (details: readonly string[]): string[] => {
  const kept: string[] = [];
  let bytes = 0;
  for (const detail of details.map(clip)) {
    bytes += Buffer.byteLength(detail);
    if (bytes > maxDetailsBytes) return [...kept, `and ${details.length - kept.length} more`];
    kept.push(detail);
  }
  return kept;
};

export const faultToWire = (refusal: Fault): Fault__Output => ({
  code: refusal.code,
  message: clip(refusal.message),
  details: boundedDetails(refusal.details),
  correlationId: refusal.correlationId ?? '',
  revision: refusal.revision ?? 0,
});

export const faultFromWire = (wire: Fault__Output): Fault => {
  const shared = {
    ...(wire.correlationId !== '' && { correlationId: wire.correlationId }),
    ...(wire.revision !== 0 && { revision: wire.revision }),
  };
  if (!isFaultCode(wire.code)) return fault('internal', shared);
  return fault(wire.code, {
    ...shared,
    details: wire.details,
    ...(wire.message === '' ? {} : { message: wire.message }),
  });
};

/** What a unary call or a whole stream ends with. The status text is the code alone; the fault carries the rest. */
export const faultToStatus = (
  wire: Pick<Wire, 'fault'>,
  refusal: Fault,
): Pick<StatusObject, 'code' | 'details' | 'metadata'> => {
  const metadata = new Metadata();
  metadata.set(metadataKey, wire.fault.serialize(faultToWire(refusal)));
  return { code: statusOf[refusal.code], details: refusal.code, metadata };
};

/** Never throws, and never returns anything but a Fault. */
export const faultFromStatus = (
  wire: Pick<Wire, 'fault'>,
  ended: Pick<ServiceError, 'code' | 'details' | 'metadata'>,
): Fault => {
  const sent = ended.metadata.get(metadataKey)[0];
  if (!Buffer.isBuffer(sent)) return fault(codeOfBareStatus(ended.code), { cause: new Error(ended.details) });
  try {
    return faultFromWire(wire.fault.deserialize(sent));
  } catch (cause) {
    return fault('internal', { cause });
  }
};

/** What a caller gets for a request that is too large, before any of it is sent. */
export const tooLarge = (maxMessageBytes: number): Fault =>
  fault('invalid', { details: [`request: at most ${maxMessageBytes} bytes`] });

/** Whatever was thrown, as a Fault, for code that must reject with one. */
export const asFault = (error: unknown): Fault =>
  isFault(error) ? error : fault('internal', { cause: error });
