/**
 * What is sent to the engine: real requests to every method, changed where they mean something, then in some of them
 * the bytes as well. The kind says who calls what: `admin Admin.GetUser`, `edge Callback.Converse`.
 */
import { mutateBytes } from '../mutate-bytes';
import { mutateJson, type Json } from '../mutate-json';
import type { Random } from '../random';
import type { Input } from '../target';
import type { Method, Schema } from './schema';
import { encode } from './wire';

/** Values that mean something, by the name of the field. Whatever has no entry is a text of its own name. */
export interface EngineSeeds {
  readonly values: Readonly<Record<string, readonly Json[]>>;
  /** How likely a method is beside the others; 1 unless it says so. */
  readonly weights: Readonly<Record<string, number>>;
}

/** Deeper than any message of the contract goes, but for a document that holds a change that holds a document. */
const MOST_DEPTH = 6;
const peers = ['edge', 'admin'] as const;
export type Peer = (typeof peers)[number];

export const createEngineInputs = (schema: Schema, { values, weights }: EngineSeeds) => {
  const names = [...new Set([...schema.messages.values()].flat().map(({ name }) => name))];
  const weighted = schema.methods.map((method) => [weights[method.name] ?? 1, method] as const);

  const message = (name: string, random: Random, depth = 0): Json => {
    const fields = schema.messages.get(name) ?? [];
    const oneof = name === 'Call' || name === 'PolicyChange';
    const chosen = oneof ? oneOf(name, random) : fields;
    return Object.fromEntries(
      chosen.flatMap(({ name: field, type, repeated }): [string, Json][] => {
        if (depth > MOST_DEPTH || (depth > 0 && field === 'cause' && oneof)) return [];
        if (random.chance(0.07)) return [];
        const one = (): Json =>
          schema.messages.has(type) ? message(type, random, depth + 1) : scalar(field, type, random);
        const many = random.chance(0.9) ? 1 + random.below(3) : random.size(100);
        return [[field, repeated ? Array.from({ length: many }, one) : one()]];
      }),
    );
  };
  /** Of a Call the frame and one request; of a PolicyChange one change. */
  const oneOf = (name: string, random: Random) => {
    const fields = schema.messages.get(name) ?? [];
    const frame = name === 'Call' ? 3 : 0;
    return [...fields.slice(0, frame), random.pick(fields.slice(frame))];
  };
  const scalar = (field: string, type: string, random: Random): Json => {
    const known = values[field];
    if (known !== undefined) return random.pick(known);
    if (type === 'string') return `${field}-${random.below(20)}`;
    if (type === 'bool') return random.chance(0.5);
    return random.pick([0, 1, 2, 10, 100, 1_000, 86_400_000]);
  };

  const bytesOf = (method: Method, random: Random): Buffer => {
    const whole = message(method.request, random);
    if (random.chance(0.35)) return encode(schema, method.request, whole);
    const changed = mutateJson(whole, random, names);
    const bytes = encode(schema, method.request, changed);
    if (random.chance(0.7)) return bytes;
    const donor = (): Buffer => {
      const { request } = random.pick(schema.methods);
      return encode(schema, request, message(request, random));
    };
    return random.chance(0.05) ? random.bytes(random.size(2_000)) : mutateBytes(bytes, random, donor);
  };

  return (random: Random): Input => {
    const method = random.weighted(weighted);
    const rightful: Peer = method.name.startsWith('Admin.') ? 'admin' : 'edge';
    const peer = random.chance(0.03) ? random.pick(peers) : rightful;
    return { kind: `${peer} ${method.name}`, bytes: bytesOf(method, random) };
  };
};
