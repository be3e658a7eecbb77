/**
 * One request, one reply, each as its own gRPC call. Several addresses: the one with the fewest calls in flight among
 * those that are connected and have not just refused as `unavailable`. A call made while none is waits for one until its deadline. Rejects with a Fault, always.
 */
import { setMaxListeners } from 'node:events';
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
  /** ms UTC; it refused a call a moment ago, so others come first. */
  avoidUntil: number;
}

const connectSliceMs = 250;
const avoidMs = 1_000;

export const createUnaryClient = (deps: UnaryClientDeps): UnaryClient => {
  const endpoints: Endpoint[] = deps.addresses.map((address) => ({
    client: openChannel({ ...deps, address }),
    inFlight: 0,
    avoidUntil: 0,
  }));
  const active = new Set<() => void>();
  let closed = false;

  const connected = ({ client }: Endpoint): boolean =>
    client.getChannel().getConnectivityState(true) === connectivityState.READY;
  const leastBusy = (): Endpoint => {
    const up = endpoints.filter(connected);
    const willing = up.filter(({ avoidUntil }) => avoidUntil <= deps.now());
    const [first, ...others] = [willing, up, endpoints].find(({ length }) => length > 0) ?? [];
    if (first === undefined) throw fault('unavailable');
    return others.reduce((least, other) => (other.inFlight < least.inFlight ? other : least), first);
  };

  /** In slices, since gRPC's own wait goes on, and keeps the process alive, after the client is closed. */
  const reachable = async (client: Client, deadline: number): Promise<void> => {
    for (let up = false; !up;) {
      if (closed || deps.now() >= deadline) throw fault('unavailable');
      const slice = Math.min(deadline, deps.now() + connectSliceMs);
      up = await new Promise((resolve) =>
        client.waitForReady(slice, (error) => resolve(error === undefined)),
      );
    }
  };

  const send = <Request, Reply>(
    method: MethodDefinition<Request, object, object, Reply>,
    request: Request,
    { requestId, deadline, signal }: CallOptions,
  ): Promise<Reply> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(fault('unavailable'));
      if (signal?.aborted) return reject(fault('cancelled'));
      const bytes = method.requestSerialize(request);
      if (bytes.byteLength > deps.maxMessageBytes) return reject(tooLarge(deps.maxMessageBytes));

      const metadata = new Metadata({ waitForReady: true });
      metadata.set(requestIdKey, requestId);
      const endpoint = leastBusy();
      endpoint.inFlight += 1;
      const finish = (error: ServiceError | null, reply?: Reply): void => {
        endpoint.inFlight -= 1;
        active.delete(cancel);
        signal?.removeEventListener('abort', cancel);
        if (error === null && reply !== undefined) return resolve(reply);
        const refusal = error === null ? fault('internal') : faultFromStatus(deps.wire, error);
        if (refusal.code === 'unavailable') endpoint.avoidUntil = deps.now() + avoidMs;
        reject(signal?.aborted ? fault('cancelled') : refusal);
      };
      const started = endpoint.client.makeUnaryRequest(
        method.path,
        (encoded: Buffer) => encoded,
        method.responseDeserialize,
        bytes,
        metadata,
        { deadline },
        finish,
      );
      const cancel = (): void => started.cancel();
      active.add(cancel);
      // One request may make many calls, which all listen to its signal until they end: that is no leak.
      if (signal !== undefined) setMaxListeners(0, signal);
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
      Promise.any(endpoints.map(({ client }) => reachable(client, deadline))).catch(() => {
        throw fault('unavailable');
      }),
    close: () => {
      closed = true;
      for (const cancel of active) cancel();
      for (const { client } of endpoints) client.close();
    },
  };
};
