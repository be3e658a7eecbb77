/**
 * What happens to every call before its handler, in one place and one order, whether it came alone or in a stream's
 * frame. An interceptor is a function from the next step to a step; each step's type says what the steps before it must
 * have established, so leaving one out does not compile.
 *
 * `run` resolves with the encoded reply or rejects with a Fault, never with anything else. It settles at the deadline
 * even if the handler does not; the handler's place in the admission count is given back only when the handler itself
 * has ended, so work that nobody waits for still counts as work.
 */
import type { PeerCertificate } from 'node:tls';
import { performance } from 'node:perf_hooks';
import { fault, isFault } from '@countersign/policy';
import type { Fault, FaultCode } from '@countersign/policy';
import type { Alarms } from './alarms';
import { admit } from './callers';
import type { Callers, HealthMethod } from './callers';
import type { Gate } from './gate';
import { peerNamedBy } from './identity';
import type { CallContext, MethodName } from './methods';

export interface RpcLog {
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

export interface CallObservation {
  readonly method: MethodName | HealthMethod;
  /** `nobody` when the certificate names no peer. */
  readonly peer: string;
  readonly code: 'ok' | FaultCode;
  readonly ms: number;
}

export interface ChainDeps {
  readonly log: RpcLog;
  readonly onCall: (call: CallObservation) => void;
  readonly now: () => number;
  readonly newId: () => string;
  readonly alarms: Alarms;
  readonly gate: Gate;
  readonly callers: Callers;
  readonly maxInFlight: number;
  /** By peer: the most of these places it may take, so that the others always find some. Without an entry: all. */
  readonly maxInFlightOf: ReadonlyMap<string, number>;
  /** Given to a call that brings no deadline, and the most a call may ask for. */
  readonly defaultDeadlineMs: number;
  readonly maxDeadlineMs: number;
}

/** A call as the transport hands it over. */
export interface Arrival {
  readonly method: MethodName | HealthMethod;
  /** Of the connection, verified by TLS. */
  readonly certificate: PeerCertificate | undefined;
  readonly requestId: string;
  /** ms UTC, undefined when the caller set none. */
  readonly deadline: number | undefined;
  /** Part of something that was let in before a drain began, or asking about it. */
  readonly carried: boolean;
  /** The transport aborts it, with a Fault as the reason, when nobody waits any longer. */
  readonly abort: AbortController;
  /** Decodes nothing, decides nothing: runs the handler and encodes its reply. */
  readonly handle: (context: CallContext) => Promise<Buffer>;
}

type Identified = Arrival & { readonly peer: string };
type Timed = Identified & { readonly deadline: number };

type Step<Call> = (call: Call) => Promise<Buffer>;
type Interceptor<In, Out = In> = (next: Step<Out>) => Step<In>;

const observing =
  ({ onCall }: Pick<ChainDeps, 'onCall'>): Interceptor<Arrival> =>
  (next) =>
  async (call) => {
    const started = performance.now();
    let code: CallObservation['code'] = 'ok';
    try {
      return await next(call);
    } catch (error) {
      code = isFault(error) ? error.code : 'internal';
      throw error;
    } finally {
      const peer = peerNamedBy(call.certificate) ?? 'nobody';
      onCall({ method: call.method, peer, code, ms: performance.now() - started });
    }
  };

/** Turns whatever was thrown into the Fault that may be sent, and logs what only this process may know. */
const createRefusal =
  ({ log, newId }: Pick<ChainDeps, 'log' | 'newId'>) =>
  (error: unknown, { method, requestId, certificate }: Arrival): Fault => {
    const peer = peerNamedBy(certificate) ?? 'nobody';
    if (isFault(error) && (error.code !== 'internal' || error.correlationId !== undefined)) {
      if (error.code === 'forbidden') log.warn({ method, requestId, peer }, 'call refused');
      if (error.cause !== undefined)
        log.warn({ method, requestId, code: error.code, err: error.cause }, 'call failed');
      return error;
    }
    const correlationId = newId();
    log.error({ method, requestId, peer, correlationId, err: error }, 'unexpected error in a call');
    return fault('internal', { correlationId });
  };

type Refusal = ReturnType<typeof createRefusal>;

const refusing =
  (refusal: Refusal): Interceptor<Arrival> =>
  (next) =>
  async (call) => {
    try {
      return await next(call);
    } catch (error) {
      throw refusal(error, call);
    }
  };

const entering =
  ({ gate }: Pick<ChainDeps, 'gate'>): Interceptor<Arrival> =>
  (next) =>
  async (call) => {
    const leave = gate.enter(call.carried);
    try {
      return await next(call);
    } finally {
      leave();
    }
  };

const identifying: Interceptor<Arrival, Identified> = (next) => async (call) => {
  const peer = peerNamedBy(call.certificate);
  if (peer === undefined) throw fault('forbidden');
  return next({ ...call, peer });
};

const authorising =
  ({ callers }: Pick<ChainDeps, 'callers'>): Interceptor<Identified> =>
  (next) =>
  async (call) => {
    admit(callers, call.method, call.peer);
    return next(call);
  };

const timing =
  (
    deps: Pick<ChainDeps, 'now' | 'alarms' | 'defaultDeadlineMs' | 'maxDeadlineMs'>,
    refusal: Refusal,
  ): Interceptor<Identified, Timed> =>
  (next) =>
  (call) =>
    new Promise<Buffer>((resolve, reject) => {
      const { abort } = call;
      const now = deps.now();
      const deadline = Math.min(call.deadline ?? now + deps.defaultDeadlineMs, now + deps.maxDeadlineMs);
      if (deadline <= now) return reject(fault('deadline'));
      if (abort.signal.aborted) return reject(abort.signal.reason);

      abort.signal.addEventListener('abort', () => reject(abort.signal.reason), { once: true });
      const stopAlarm = deps.alarms.after(deadline - now, () => abort.abort(fault('deadline')));
      next({ ...call, deadline })
        .then(resolve, (error: unknown) => {
          const expected = isFault(error) || (error instanceof Error && error.name === 'AbortError');
          if (!abort.signal.aborted) reject(error);
          else if (!expected) refusal(error, call);
        })
        .finally(stopAlarm);
    });

const admitting = ({
  maxInFlight,
  maxInFlightOf,
}: Pick<ChainDeps, 'maxInFlight' | 'maxInFlightOf'>): Interceptor<Timed> => {
  let inFlight = 0;
  const shares = new Map([...maxInFlightOf].map(([peer, most]) => [peer, { most, taken: 0 }]));
  return (next) => async (call) => {
    const share = shares.get(call.peer);
    if (inFlight >= maxInFlight || (share !== undefined && share.taken >= share.most))
      throw fault('exhausted');
    inFlight += 1;
    if (share !== undefined) share.taken += 1;
    try {
      return await next(call);
    } finally {
      inFlight -= 1;
      if (share !== undefined) share.taken -= 1;
    }
  };
};

const handling: Step<Timed> = async ({ method, peer, requestId, deadline, abort, handle }) =>
  handle({ method, peer, requestId, deadline, signal: abort.signal });

export type Chain = Step<Arrival>;

export const createChain = (deps: ChainDeps): Chain => {
  const refusal = createRefusal(deps);
  // prettier-ignore
  return observing(deps)(
    refusing(refusal)(
      entering(deps)(
        identifying(
          authorising(deps)(
            timing(deps, refusal)(
              admitting(deps)(
                handling)))))));
};
