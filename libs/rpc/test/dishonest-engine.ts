/** A far end that holds a valid certificate and does not keep to the contract. */
import { Server, ServerCredentials } from '@grpc/grpc-js';
import type { ServerDuplexStream, ServiceDefinition, UntypedServiceImplementation } from '@grpc/grpc-js';
import type { PeerCredentials } from '../src';
import type { AnswerBatch } from '../src/gen/countersign/callback/v1/AnswerBatch';
import type { CallBatch__Output } from '../src/gen/countersign/callback/v1/CallBatch';
import { loadWire } from '../src/proto';

export type DishonestStream = ServerDuplexStream<CallBatch__Output, AnswerBatch>;

export interface DishonestEngine {
  readonly port: number;
  close(): void;
}

export const startDishonestEngine = async (
  { ca, key, cert }: PeerCredentials,
  converse: (stream: DishonestStream) => void,
): Promise<DishonestEngine> => {
  const server = new Server();
  const { Converse } = loadWire().callback;
  server.addService({ Converse } as unknown as ServiceDefinition, {
    Converse: converse as UntypedServiceImplementation[string],
  });
  const secure = ServerCredentials.createSsl(
    Buffer.from(ca),
    [{ cert_chain: Buffer.from(cert), private_key: Buffer.from(key) }],
    true,
  );
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', secure, (error, bound) => (error ? reject(error) : resolve(bound))),
  );
  return { port, close: () => server.forceShutdown() };
};
