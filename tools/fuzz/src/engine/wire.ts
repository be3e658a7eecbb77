/**
 * Protocol Buffers' wire format. Writing takes values as they come: what does not fit its field is written as what it
 * is, or left out, so that every mistake in a message reaches the engine. Reading is strict, since it judges.
 */
import type { Json } from '../mutate-json';
import type { Field, Schema } from './schema';

export const varint = (value: number | bigint): Buffer => {
  const bytes: number[] = [];
  let left = BigInt.asUintN(64, BigInt(typeof value === 'number' ? Math.trunc(value) : value));
  for (; left > 0x7fn; left >>= 7n) bytes.push(Number(left & 0x7fn) | 0x80);
  return Buffer.from([...bytes, Number(left)]);
};

const tagged = (number: number, wireType: number, content: Buffer): Buffer =>
  Buffer.concat([varint(number * 8 + wireType), content]);
const delimited = (number: number, content: Buffer): Buffer =>
  tagged(number, 2, Buffer.concat([varint(content.length), content]));
const double = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
};

const isObject = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const encode = (schema: Schema, message: string, value: Json): Buffer => {
  if (!isObject(value)) return Buffer.alloc(0);
  const fields = schema.messages.get(message) ?? [];
  return Buffer.concat(
    Object.entries(value).flatMap(([name, member]) => {
      const field = fields.find((one) => one.name === name);
      if (field === undefined) return [];
      const members = Array.isArray(member) ? (member as readonly Json[]) : [member];
      return members.map((item) => encodeField(schema, field, item));
    }),
  );
};

const encodeField = (schema: Schema, { number, type }: Field, value: Json): Buffer => {
  if (isObject(value)) return delimited(number, encode(schema, type, value));
  if (typeof value === 'string') return delimited(number, Buffer.from(value, 'utf8'));
  if (typeof value === 'boolean') return tagged(number, 0, varint(value ? 1 : 0));
  if (typeof value !== 'number') return Buffer.alloc(0);
  if (type === 'double') return tagged(number, 1, double(value));
  if (type === 'string') return delimited(number, Buffer.from(String(value)));
  return tagged(number, 0, varint(Number.isFinite(value) ? value : 0));
};

export type Message = ReadonlyMap<string, readonly (string | number | boolean | Message)[]>;

/** Throws when the bytes are not exactly one such message: unknown fields, wrong wire types, bad UTF-8, what is left over. */
export const decode = (schema: Schema, message: string, bytes: Buffer): Message => {
  const fields = schema.messages.get(message);
  if (fields === undefined) throw new Error(`there is no message ${message}`);
  const values = new Map<string, (string | number | boolean | Message)[]>();
  let at = 0;
  const readVarint = (): number => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes.readUInt8(at++);
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return Number(value);
    }
    throw new Error(`${message}: a number without end`);
  };
  const readValue = ({ name, type }: Field, wireType: number) => {
    const expected = type === 'double' ? 1 : scalarOnVarint(schema, type) ? 0 : 2;
    if (wireType !== expected) throw new Error(`${message}.${name}: wire type ${wireType}`);
    if (wireType === 0) return type === 'bool' ? readVarint() !== 0 : readVarint();
    if (wireType === 1) return bytes.readDoubleLE((at += 8) - 8);
    const length = readVarint();
    if (at + length > bytes.length) throw new Error(`${message}.${name}: cut off`);
    const content = bytes.subarray(at, (at += length));
    return type === 'string'
      ? new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content)
      : decode(schema, type, content);
  };
  while (at < bytes.length) {
    const tag = readVarint();
    const field = fields.find(({ number }) => number === tag >>> 3);
    if (field === undefined) throw new Error(`${message}: no field ${tag >>> 3}`);
    const value = readValue(field, tag & 7);
    const before = values.get(field.name);
    if (before === undefined || !field.repeated) values.set(field.name, [value]);
    else before.push(value);
  }
  return values;
};

const scalarOnVarint = (schema: Schema, type: string): boolean =>
  type === 'uint32' || type === 'bool' || schema.enums.has(type);
