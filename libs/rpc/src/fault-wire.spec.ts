import { fault, faultCodes } from '@countersign/policy';
import type { Fault } from '@countersign/policy';
import { Metadata, status } from '@grpc/grpc-js';
import fc from 'fast-check';
import { asFault, faultFromStatus, faultFromWire, faultToStatus, faultToWire } from './fault-wire';
import { loadWire } from './proto';

const wire = loadWire();
const told = ({ code, message, details, correlationId, revision, cause }: Fault) => ({
  code,
  message,
  details,
  correlationId,
  revision,
  cause,
});

describe('a fault on the wire', () => {
  test('every code crosses both ways with its message, details, revision and correlation id', () => {
    const text = fc.string({ minLength: 1, maxLength: 100, unit: 'grapheme' });
    const anyFault = fc.record({
      code: fc.constantFrom(...faultCodes),
      message: text,
      details: fc.array(text, { maxLength: 5 }),
      correlationId: text,
      revision: fc.integer({ min: 1, max: 2 ** 32 - 1 }),
    });
    fc.assert(
      fc.property(anyFault, ({ code, ...rest }) => {
        const sent = fault(code, { ...rest, cause: new Error('SECRET') });
        expect(told(faultFromWire(faultToWire(sent)))).toEqual({ code, ...rest, cause: undefined });
        const ended = faultToStatus(wire, sent);
        expect(told(faultFromStatus(wire, ended))).toEqual({ code, ...rest, cause: undefined });
        expect(JSON.stringify([ended, faultToWire(sent)])).not.toContain('SECRET');
      }),
      { seed: 20_261_121, numRuns: 200 },
    );
  });

  test('each code has a status of its own', () => {
    const statuses = faultCodes.map((code) => faultToStatus(wire, fault(code)).code);
    expect(new Set(statuses).size).toBe(faultCodes.length);
    expect(statuses).not.toContain(status.OK);
  });

  test('an unknown code is internal, and so is what does not decode', () => {
    expect(
      faultFromWire({ code: 'ok', message: 'fine', details: [], correlationId: 'c', revision: 0 }),
    ).toMatchObject({
      code: 'internal',
      message: 'internal error',
      correlationId: 'c',
    });
    const metadata = new Metadata();
    metadata.set('countersign-fault-bin', Buffer.from('ff', 'hex'));
    expect(faultFromStatus(wire, { code: status.UNAVAILABLE, details: '', metadata }).code).toBe('internal');
  });

  test.each([
    [status.UNAVAILABLE, 'unavailable'],
    [status.CANCELLED, 'unavailable'],
    [status.DEADLINE_EXCEEDED, 'deadline'],
    [status.RESOURCE_EXHAUSTED, 'exhausted'],
    [status.UNIMPLEMENTED, 'unimplemented'],
    [status.UNAUTHENTICATED, 'internal'],
    [status.PERMISSION_DENIED, 'internal'],
    [status.NOT_FOUND, 'internal'],
    [status.UNKNOWN, 'internal'],
    [status.INTERNAL, 'internal'],
  ])('status %i without a fault is %s', (code, expected) => {
    expect(faultFromStatus(wire, { code, details: 'text', metadata: new Metadata() }).code).toBe(expected);
  });

  test('text is cut to what headers can carry, between characters', () => {
    const { message, details } = faultToWire(
      fault('invalid', {
        message: '€'.repeat(1_000),
        details: Array.from({ length: 1_000 }, (_, n) => `field${n}: ${'é'.repeat(300)}`),
      }),
    );
    expect(message).toMatch(/^€{160,}…$/);
    expect(Buffer.byteLength(details.join(''))).toBeLessThan(9_000);
    expect(details.at(-1)).toBe(`and ${1_000 - details.length + 1} more`);
  });

  test('whatever was thrown is a fault', () => {
    const known = fault('conflict');
    expect(asFault(known)).toBe(known);
    expect(asFault('thrown')).toMatchObject({ code: 'internal', cause: 'thrown' });
  });
});
