/**
 * Calls to the engine as bare bytes over mutual TLS, under the certificate of either peer. On a stream every input is
 * followed by a question whose answer is known, so a stream that goes on is seen to be in order.
 */
import { Client, credentials, Metadata, type ClientDuplexStream } from '@grpc/grpc-js';
import type { PeerCredentials } from '@countersign/rpc';
import type { Ended } from './engine-oracle';

export type Answered = Buffer | { readonly ended: Ended } | { readonly problem: string };

export interface EngineCalls {
  /** One call, with the bytes as its request. */
  call(path: string, bytes: Buffer, requestId: string): Promise<Answered>;
  /**
   * Writes a message on a stream that is otherwise idle, then `last`, and gives `onMessage` everything that comes, until
   * it says that it has seen the answer to `last`. Resolves with how it ended: nothing when the stream goes on.
   */
  converse(
    path: string,
    messages: readonly Buffer[],
    onMessage: (bytes: Buffer) => boolean,
  ): Promise<{ readonly ended: Ended } | { readonly problem: string } | undefined>;
  close(): void;
}

export interface EngineCallOptions {
  readonly port: () => number;
  readonly credentials: PeerCredentials;
  /** An answer that takes longer is a hang. */
  readonly limitMs: number;
}

type Stream = ClientDuplexStream<Buffer, Buffer>;

const asIs = (bytes: Buffer): Buffer => bytes;

export const createEngineCalls = (options: EngineCallOptions): EngineCalls => {
  const { ca, key, cert } = options.credentials;
  const client = new Client(
    `localhost:${options.port()}`,
    credentials.createSsl(Buffer.from(ca), Buffer.from(key), Buffer.from(cert)),
    {
      'grpc.enable_retries': 0,
      'grpc.service_config_disable_resolution': 1,
      'grpc.initial_reconnect_backoff_ms': 100,
      'grpc.max_reconnect_backoff_ms': 1_000,
    },
  );
  const idle: Stream[] = [];
  const problem = { problem: `no answer within ${options.limitMs} ms` };

  const open = (path: string): Stream => {
    const stream = client.makeBidiStreamRequest(path, asIs, asIs, new Metadata());
    stream.on('error', () => undefined); // 'status' tells the same
    stream.on('status', () => {
      const at = idle.indexOf(stream);
      if (at >= 0) idle.splice(at, 1);
    });
    return stream;
  };

  return {
    call: (path, bytes, requestId) =>
      new Promise((resolve) => {
        const metadata = new Metadata();
        metadata.set('countersign-request-id', requestId);
        const timer = setTimeout(() => {
          resolve(problem);
          call.cancel();
        }, options.limitMs);
        const call = client.makeUnaryRequest(path, asIs, asIs, bytes, metadata, (error, reply) => {
          clearTimeout(timer);
          if (error !== null) resolve({ ended: error });
          else resolve(reply ?? Buffer.alloc(0));
        });
      }),
    converse: (path, messages, onMessage) =>
      new Promise((resolve) => {
        const stream = idle.pop() ?? open(path);
        const settle = (result: { ended: Ended } | { problem: string } | undefined): void => {
          clearTimeout(timer);
          stream.off('data', onData).off('status', onStatus);
          if (result === undefined) idle.push(stream);
          else if ('problem' in result) stream.cancel();
          resolve(result);
        };
        const onData = (bytes: Buffer): void => {
          if (onMessage(bytes)) settle(undefined);
        };
        const onStatus = (ended: Ended): void => settle({ ended });
        const timer = setTimeout(() => settle(problem), options.limitMs);
        stream.on('data', onData).on('status', onStatus);
        for (const bytes of messages) stream.write(bytes);
      }),
    close() {
      for (const stream of idle.splice(0)) stream.cancel();
      client.close();
    },
  };
};
