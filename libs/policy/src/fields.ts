import { z } from 'zod';
import { AMOUNT_FORM, isAmount } from './amount';
import { fault } from './faults';

/** The shape of every field that comes from outside, said once. Messages state the form and never repeat the value. */
export const uid = z
  .string()
  .regex(/^[!-~]{1,128}$/, 'must be 1 to 128 printable ASCII characters without spaces');

/** An opaque asset key: `bitcoin`, `solana`, an EVM chain id. */
export const chainId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$/, 'must be 1 to 64 letters, digits or . _ : / -');

export const amount = z.string().refine(isAmount, AMOUNT_FORM);

/** Kept and compared exactly as given: CoKeeps compares it with the address the operation used. */
export const address = z
  .string()
  .regex(/^[!-~]{1,256}$/, 'must be 1 to 256 printable ASCII characters without spaces');

export const machineId = z
  .string()
  .regex(/^[^\p{Cc}\p{Cs}]{1,256}$/u, 'must be 1 to 256 characters, no control characters');

export const label = z
  .string()
  .regex(/^[^\p{Cc}\p{Cs}]{0,100}$/u, 'must be at most 100 characters, no control characters');

export const role = z.enum(['signer', 'admin'], 'must be signer or admin');
export type Role = z.infer<typeof role>;

export const status = z.enum(['active', 'suspended', 'closed'], 'must be active, suspended or closed');
export type Status = z.infer<typeof status>;

export const permitKind = z.enum(
  ['transfer', 'contract', 'omnibus_withdrawal'],
  'must be transfer, contract or omnibus_withdrawal',
);
export type PermitKind = z.infer<typeof permitKind>;

export const tierId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'must be 1 to 64 letters, digits or . _ -');

/** Memo or destination tag; null for none. */
export const tag = z
  .string()
  .regex(/^[^\p{Cc}\p{Cs}]{1,100}$/u, 'must be 1 to 100 characters, no control characters')
  .nullable();

/** ms, between `min` and `max`, both included. */
export const duration = (min: number, max: number) =>
  z
    .number('must be milliseconds')
    .int('must be whole milliseconds')
    .min(min, `must be at least ${min}`)
    .max(max, `must be at most ${max}`);

/** ms UTC */
export const time = z
  .number('must be milliseconds since 1970')
  .int('must be whole milliseconds')
  .min(0)
  .max(8.64e15);

export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hex digits');

/** Returns the input, typed, or throws Fault `invalid` that lists every mistake with its path. */
export function parsed<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw fault('invalid', {
    details: result.error.issues.map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`),
  });
}
