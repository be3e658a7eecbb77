import { findProtoRoot, protoFiles } from '@countersign/rpc';
import { Metadata, status } from '@grpc/grpc-js';
import type { Json } from '../mutate-json';
import { judgeEnd, judgeReply } from './engine-oracle';
import { readSchema } from './schema';
import { encode } from './wire';

const schema = readSchema(findProtoRoot(__dirname), protoFiles);

const ended = (code: number, details: string, fault?: Json) => {
  const metadata = new Metadata();
  if (fault !== undefined) metadata.set('countersign-fault-bin', encode(schema, 'Fault', fault));
  return { code, details, metadata };
};
const problemOf = (code: number, details: string, fault?: Json) =>
  judgeEnd(schema, ended(code, details, fault)).problem;

test.each<[string, number]>([
  ['invalid', status.INVALID_ARGUMENT],
  ['conflict', status.ABORTED],
  ['forbidden', status.PERMISSION_DENIED],
  ['exhausted', status.RESOURCE_EXHAUSTED],
])('the fault %s under its status is an answer', (code, number) => {
  const fault = { code, message: 'safe', details: ['uid: must be known'], revision: 3 };
  expect(problemOf(number, code, fault)).toBeUndefined();
});

test('what gRPC answers before anything of ours runs is one', () => {
  expect(problemOf(status.INTERNAL, 'Error deserializing request')).toBeUndefined();
  expect(problemOf(status.RESOURCE_EXHAUSTED, 'Received message larger than max (6 vs 5)')).toBeUndefined();
});

test.each<[string, string | undefined]>([
  ['internal', problemOf(status.INTERNAL, 'internal', { code: 'internal' })],
  ['a code outside the union', problemOf(status.INVALID_ARGUMENT, 'odd', { code: 'odd' })],
  ['a name of every object', problemOf(status.INVALID_ARGUMENT, 'toString', { code: 'toString' })],
  ['another status', problemOf(status.NOT_FOUND, 'invalid', { code: 'invalid' })],
  ['another status text', problemOf(status.INVALID_ARGUMENT, 'uid is wrong', { code: 'invalid' })],
  [
    'a long message',
    problemOf(status.INVALID_ARGUMENT, 'invalid', { code: 'invalid', message: 'x'.repeat(600) }),
  ],
  [
    'a long detail',
    problemOf(status.INVALID_ARGUMENT, 'invalid', { code: 'invalid', details: ['x'.repeat(600)] }),
  ],
  [
    'many details',
    problemOf(status.INVALID_ARGUMENT, 'invalid', {
      code: 'invalid',
      details: Array.from({ length: 50 }, () => 'x'.repeat(500)),
    }),
  ],
  ['an exception', problemOf(status.UNKNOWN, 'Cannot read properties of undefined')],
  ['a handler that threw', problemOf(status.INTERNAL, 'Unhandled exception')],
  ['a bare status of ours', problemOf(status.UNAUTHENTICATED, '')],
])('%s is a find', (_, problem) => {
  expect(problem).toEqual(expect.any(String));
});

test('a reply is the message that was promised, to the byte', () => {
  const good = encode(schema, 'ReadReply', { role: 'signer', limits: [{ chain_id: '1', limit: '0' }] });
  expect(judgeReply(schema, 'ReadReply', good)).toEqual({ answer: 'ok' });
  for (const bad of [
    good.subarray(0, -1),
    Buffer.concat([good, Buffer.from([0x7a, 0x00])]),
    Buffer.from([0x0a, 0x02, 0xc3, 0x28]),
    Buffer.from([0x08, 0x01]),
  ])
    expect(judgeReply(schema, 'ReadReply', bad).problem).toMatch(/^a reply that is no ReadReply/);
});
