/**
 * The standard health service. It answers any named peer over the same mutual TLS and through the same chain as
 * everything else, for the process as a whole (the empty service name) and for each service served here. It says
 * NOT_SERVING until it is told otherwise. A watcher hears the state at once and every change after it.
 */
import { fault } from '@countersign/policy';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { Arrival, Chain } from './chain';
import { asFault, faultToStatus } from './fault-wire';
import type { HealthCheckRequest__Output } from './gen/grpc/health/v1/HealthCheckRequest';
import type { HealthCheckResponse__Output } from './gen/grpc/health/v1/HealthCheckResponse';
import type { Handler } from './methods';
import type { Wire } from './proto';
import { requestIdKey, takeRequestId } from './request-id';

type Watcher = ServerWritableStream<HealthCheckRequest__Output, HealthCheckResponse__Output>;

export interface HealthDeps {
  readonly wire: Pick<Wire, 'fault'>;
  readonly chain: Chain;
  readonly newId: () => string;
  /** Full names, e.g. `countersign.callback.v1.Callback`. */
  readonly services: readonly string[];
}

export interface Health {
  readonly check: Handler<HealthCheckRequest__Output, HealthCheckResponse__Output>;
  readonly watch: (watcher: Watcher) => void;
  setServing(serving: boolean): void;
  /** Ends the watches, which would otherwise outlive a drain. */
  end(): void;
}

export const createHealth = ({ wire, chain, newId, services }: HealthDeps): Health => {
  const watchers = new Set<Watcher>();
  let serving = false;

  const statusFor = (service: string): HealthCheckResponse__Output => {
    if (service !== '' && !services.includes(service)) return { status: 'SERVICE_UNKNOWN' };
    return { status: serving ? 'SERVING' : 'NOT_SERVING' };
  };
  const admitWatch = (watcher: Watcher): Promise<Buffer> => {
    const arrival: Arrival = {
      method: 'Health.Watch',
      certificate: watcher.getAuthContext().sslPeerCertificate,
      requestId: takeRequestId(watcher.metadata.get(requestIdKey)[0], newId),
      deadline: undefined,
      carried: false,
      abort: new AbortController(),
      handle: () => Promise.resolve(Buffer.alloc(0)),
    };
    return chain(arrival);
  };

  return {
    check: async ({ service }) => {
      const answer = statusFor(service);
      if (answer.status === 'SERVICE_UNKNOWN') throw fault('not_found');
      return answer;
    },
    watch: (watcher) => {
      admitWatch(watcher).then(
        () => {
          if (watcher.destroyed) return;
          watchers.add(watcher);
          for (const event of ['cancelled', 'error', 'close'])
            watcher.on(event, () => watchers.delete(watcher));
          watcher.write(statusFor(watcher.request.service));
        },
        (error: unknown) => watcher.emit('error', faultToStatus(wire, asFault(error))),
      );
    },
    setServing: (next) => {
      if (next === serving) return;
      serving = next;
      for (const watcher of watchers) watcher.write(statusFor(watcher.request.service));
    },
    end: () => {
      for (const watcher of watchers) watcher.end();
      watchers.clear();
    },
  };
};
