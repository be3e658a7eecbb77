/**
 * Pairs the definitions of a service with what is to run for them, in the form gRPC registers. gRPC's own types for it
 * say nothing about messages, so this is where the types end: above, handlers are checked against the contract method by
 * method; below, everything is bytes.
 */
import type { ServiceDefinition, UntypedHandleCall, UntypedServiceImplementation } from '@grpc/grpc-js';
import type { MethodDefinition } from '@grpc/proto-loader';
import type { HealthMethod } from './callers';
import { camelCased } from './methods';
import type { Handler, MethodName } from './methods';
import { serveUnary } from './unary-server';
import type { UnaryDeps } from './unary-server';

type AnyMethod = MethodDefinition<object, object, object, object>;

export interface Service {
  readonly definition: ServiceDefinition;
  readonly implementation: UntypedServiceImplementation;
}

/** Every unary method of a service. Throws when one has no handler. */
export const unaryService = (
  deps: UnaryDeps,
  name: string,
  definition: object,
  handlers: object,
): Service => {
  const methods = Object.entries(definition as Readonly<Record<string, AnyMethod>>).filter(
    ([, method]) => !method.requestStream && !method.responseStream,
  );
  const served = methods.map(([method, contract]) => {
    const handler = (handlers as Readonly<Record<string, Handler<object, object>>>)[camelCased(method)];
    if (handler === undefined) throw new Error(`${name}.${method} has no handler`);
    const fullName = `${name}.${method}` as MethodName | HealthMethod;
    return [method, serveUnary(deps, fullName, contract, handler)] as const;
  });
  return {
    definition: Object.fromEntries(
      served.map(([method, unary]) => [method, unary.definition]),
    ) as ServiceDefinition,
    implementation: Object.fromEntries(
      served.map(([method, unary]) => [method, unary.serve as UntypedHandleCall]),
    ),
  };
};

/** One streaming method. */
export const streamService = <Stream>(
  name: string,
  definition: object,
  serve: (stream: Stream) => void,
): Service => ({
  definition: { [name]: definition } as ServiceDefinition,
  implementation: { [name]: serve as UntypedHandleCall },
});
