import { findProtoRoot, protoFiles } from '@countersign/rpc';
import fc from 'fast-check';
import { readSchema } from './schema';
import { decode, encode, varint } from './wire';

const schema = readSchema(findProtoRoot(__dirname), protoFiles);

test('every method and message of the contract is known', () => {
  const byName = new Map(schema.methods.map((method) => [method.name, method]));
  expect(byName.get('Callback.Converse')).toEqual({
    name: 'Callback.Converse',
    path: '/countersign.callback.v1.Callback/Converse',
    request: 'CallBatch',
    reply: 'AnswerBatch',
    streams: true,
  });
  expect(byName.get('Admin.ApproveChange')).toMatchObject({ request: 'DecideChangeRequest', streams: false });
  expect(byName.get('Health.Check')?.path).toBe('/grpc.health.v1.Health/Check');
  for (const { request, reply } of schema.methods) {
    expect(schema.messages.has(request)).toBe(true);
    expect(schema.messages.has(reply)).toBe(true);
  }
  for (const fields of schema.messages.values()) {
    expect(new Set(fields.map(({ number }) => number)).size).toBe(fields.length);
  }
  expect(schema.messages.get('Call')?.map(({ name, number }) => [name, number])).toEqual([
    ['id', 1],
    ['timeout_ms', 2],
    ['request_id', 3],
    ['user_verify', 4],
    ['machine_verify', 5],
    ['read', 6],
    ['update', 7],
    ['cancel', 8],
  ]);
});

// From the description of the encoding at protobuf.dev: 150 is 9601, "testing" is 0774657374696e67.
test('numbers and texts are written as documented', () => {
  expect(varint(150).toString('hex')).toBe('9601');
  expect(varint(-1).toString('hex')).toBe('ffffffffffffffffff01');
  expect(encode(schema, 'GetUserRequest', { uid: 'testing' }).toString('hex')).toBe('0a0774657374696e67');
  expect(encode(schema, 'Cursor', { position: 1 }).toString('hex')).toBe('11000000000000f03f');
});

test('what is written is what is read', () => {
  const cause = fc.record({ actor: fc.string({ unit: 'binary' }), expected_revision: fc.nat(2 ** 32 - 1) });
  const limit = fc.record({ max: fc.string(), duration_ms: fc.double(), per_destination: fc.boolean() });
  const message = fc.record({
    cause,
    chain_id: fc.string(),
    limits: fc.array(limit),
    existing: fc.boolean(),
  });
  fc.assert(
    fc.property(message, (value) => {
      const read = decode(schema, 'EnableChainRequest', encode(schema, 'EnableChainRequest', value));
      expect(plain(read)).toEqual({
        cause: [plainOf(value.cause)],
        chain_id: [value.chain_id],
        existing: [value.existing],
        ...(value.limits.length > 0 && { limits: value.limits.map(plainOf) }),
      });
    }),
    { seed: 20_261_121, numRuns: 300 },
  );
});

const plain = (message: unknown): unknown => {
  if (message instanceof Map)
    return Object.fromEntries([...message].map(([name, list]) => [name, plain(list)]));
  return Array.isArray(message) ? message.map(plain) : message;
};
const plainOf = (value: object): object =>
  Object.fromEntries(Object.entries(value).map(([name, member]) => [name, [member]]));
