/**
 * Loads the wire contract. The files in `proto/` are the only description of it: they are found at run time by walking
 * up from this file to the first folder that holds `proto/countersign`, which is the same walk from the source, from a
 * bundle in `dist/<app>/` and in the image. `loaderOptions` also drives the type generator, so types and values agree:
 * camelCase names, numbers for 64-bit integers, enum names as strings, defaults filled in, and one virtual field per
 * oneof that names what is set.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadSync } from '@grpc/proto-loader';
import type { MessageTypeDefinition } from '@grpc/proto-loader';
import type { AdminDefinition } from './gen/countersign/admin/v1/Admin';
import type { Answer, Answer__Output } from './gen/countersign/callback/v1/Answer';
import type { Call, Call__Output } from './gen/countersign/callback/v1/Call';
import type { CallbackDefinition } from './gen/countersign/callback/v1/Callback';
import type { Fault, Fault__Output } from './gen/countersign/fault/v1/Fault';
import type { HealthDefinition } from './gen/grpc/health/v1/Health';

export const loaderOptions = {
  longs: 'Number',
  enums: 'String',
  defaults: true,
  arrays: true,
  oneofs: true,
} as const;

export const protoFiles = [
  'countersign/fault/v1/fault.proto',
  'countersign/callback/v1/callback.proto',
  'countersign/admin/v1/admin.proto',
  'grpc/health/v1/health.proto',
] as const;

export interface Wire {
  readonly callback: CallbackDefinition;
  readonly admin: AdminDefinition;
  readonly health: HealthDefinition;
  readonly call: MessageTypeDefinition<Call, Call__Output>;
  readonly answer: MessageTypeDefinition<Answer, Answer__Output>;
  readonly fault: MessageTypeDefinition<Fault, Fault__Output>;
}

/** The `proto` folder of the repository or image that `from` lies in. */
export const findProtoRoot = (from: string): string => {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'proto', 'countersign'))) return join(folder, 'proto');
    if (dirname(folder) === folder) throw new Error(`no folder above ${from} holds proto/countersign`);
  }
};

export const loadWire = (from: string = __dirname): Wire => {
  const loaded = loadSync([...protoFiles], {
    ...loaderOptions,
    longs: Number,
    enums: String,
    includeDirs: [findProtoRoot(from)],
  });
  const named = (name: string): unknown => {
    const definition = loaded[name];
    if (definition === undefined) throw new Error(`the wire contract has no ${name}`);
    return definition;
  };
  return {
    callback: named('countersign.callback.v1.Callback') as CallbackDefinition,
    admin: named('countersign.admin.v1.Admin') as AdminDefinition,
    health: named('grpc.health.v1.Health') as HealthDefinition,
    call: named('countersign.callback.v1.Call') as Wire['call'],
    answer: named('countersign.callback.v1.Answer') as Wire['answer'],
    fault: named('countersign.fault.v1.Fault') as Wire['fault'],
  };
};
