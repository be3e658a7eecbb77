/** A caller that writes frames by hand, to send what no client of ours would, and to stop reading when it likes. */
import { Client, credentials, Metadata } from '@grpc/grpc-js';
import type { ClientDuplexStream, StatusObject } from '@grpc/grpc-js';
import type { PeerCredentials } from '../src';
import type { Answer__Output } from '../src/gen/countersign/callback/v1/Answer';
import type { AnswerBatch__Output } from '../src/gen/countersign/callback/v1/AnswerBatch';
import type { CallBatch } from '../src/gen/countersign/callback/v1/CallBatch';
import { loadWire } from '../src/proto';

export interface RawStream {
  readonly stream: ClientDuplexStream<CallBatch | Buffer, AnswerBatch__Output>;
  /** Whole batches and single answers, in the order they came. */
  readonly batches: AnswerBatch__Output[];
  readonly answers: Answer__Output[];
  readonly ended: () => StatusObject | undefined;
  close(): void;
}

export const openRawStream = (port: number, { ca, key, cert }: PeerCredentials): RawStream => {
  const secure = credentials.createSsl(Buffer.from(ca), Buffer.from(key), Buffer.from(cert));
  const client = new Client(`127.0.0.1:${port}`, secure, { 'grpc.ssl_target_name_override': 'localhost' });
  const { Converse } = loadWire().callback;
  const stream = client.makeBidiStreamRequest(
    Converse.path,
    (batch: CallBatch | Buffer) => (Buffer.isBuffer(batch) ? batch : Converse.requestSerialize(batch)),
    Converse.responseDeserialize,
    new Metadata(),
  );
  const batches: AnswerBatch__Output[] = [];
  const answers: Answer__Output[] = [];
  let ended: StatusObject | undefined;
  stream.on('data', (batch: AnswerBatch__Output) => {
    batches.push(batch);
    answers.push(...batch.answers);
  });
  stream.on('error', () => undefined);
  stream.on('status', (status: StatusObject) => (ended = status));
  return {
    stream,
    batches,
    answers,
    ended: () => ended,
    close: () => {
      stream.cancel();
      client.close();
    },
  };
};
