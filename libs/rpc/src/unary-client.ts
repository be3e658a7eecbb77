/**
 * One request, one reply, each as its own gRPC call. Several addresses: the one with the fewest calls in flight among
 * those that are connected. A call made while none is waits for one until its deadline. Rejects with a Fault, always.
 */
import { fault } from '@countersign/policy';
import { connectivityState, Metadata } from '@grpc/grpc-js';
import type { Client, ServiceError } from '@grpc/grpc-js';
import type { MethodDefinition } from '@grpc/proto-loader';
import { openChannel } from './channel';
import type { ChannelTarget } from './channel';
import { asFault, faultFromStatus, tooLarge } from './fault-wire';
import type { CallOptions } from './methods';
import type { Wire } from './proto';
import { requestIdKey } from './request-id';

export interface UnaryClientDeps extends Omit<ChannelTarget, 'address'> {
  readonly wire: Pick<Wire, 'fault'>;
  readonly addresses: readonly string[];
  readonly now: () => number;
}

export interface UnaryClient {
  call<Request, Reply>(
    method: MethodDefinition<Request, object, object, Reply>,
    request: Request,
    options: CallOptions,
  ): Promise<Reply>;
  ready(): boolean;
  /** Throws Fault `unavailable` when no address could be reached by then. */
  waitForReady(deadline: number): Promise<void>;
  close(): void;
}

interface Endpoint {
  readonly client: Client;
  inFlight: number;
}

export const createUnaryClient = (deps: UnaryClientDeps): UnaryClient => {
  const endpoints: Endpoint[] = deps.addresses.map((address) => ({
    client: openChannel({ ...deps, address }),
    inFlight: 0,
  }));
  let closed = false;

  const connected = ({ client }: Endpoint): boolean =>
    client.getChannel().getConnectivityState(true) === connectivityState.READY;
  const leastBusy = (): Endpoint => {
    const candidates = endpoints.filter(connected);
    const [first, ...others] = candidates.length > 0 ? candidates : endpoints;
    if (first === undefined) throw fault('unavailable');
    return others.reduce((least, other) => (other.inFlight < least.inFlight ? other : least), first);
  };

  const send = <Request, Reply>(
    method: MethodDefinition<Request, object, object, Reply>,
    request: Request,
    { requestId, deadline, signal }: CallOptions,
  ): Promise<Reply> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(fault('unavailable'));
      if (signal?.aborted) return reject(fault('cancelled'));
      if (deadline <= deps.now()) return reject(fault('deadline'));
      const bytes = method.requestSerialize(request);
      if (bytes.byteLength > deps.maxMessageBytes) return reject(tooLarge(deps.maxMessageBytes));

      const metadata = new Metadata({ waitForReady: true });
      metadata.set(requestIdKey, requestId);
      const endpoint = leastBusy();
      endpoint.inFlight += 1;
      const finish = (error: ServiceError | null, reply?: Reply): void => {
        endpoint.inFlight -= 1;
        signal?.removeEventListener('abort', cancel);
        if (error !== null) reject(signal?.aborted ? fault('cancelled') : faultFromStatus(deps.wire, error));
        else if (reply === undefined) reject(fault('internal'));
        else resolve(reply);
      };
      const active = endpoint.client.makeUnaryRequest(
        method.path,
        (encoded: Buffer) => encoded,
        method.responseDeserialize,
        bytes,
        metadata,
        { deadline },
        finish,
      );
      const cancel = (): void => active.cancel();
      signal?.addEventListener('abort', cancel, { once: true });
    });

  return {
    call: async (method, request, options) => {
      try {
        return await send(method, request, options);
      } catch (error) {
        throw asFault(error);
      }
    },
    ready: () => !closed && endpoints.some(connected),
    waitForReady: (deadline) =>
      Promise.any(
        endpoints.map(
          ({ client }) =>
            new Promise<void>((resolve, reject) =>
              client.waitForReady(deadline, (error) => (error ? reject(error) : resolve())),
            ),
        ),
      ).catch((cause: unknown) => {
        throw fault('unavailable', { cause });
      }),
    close: () => {
      closed = true;
      for (const { client } of endpoints) client.close();
    },
  };
};
