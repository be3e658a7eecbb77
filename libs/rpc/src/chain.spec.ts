import type { PeerCertificate } from 'node:tls';
import { Fault, fault } from '@countersign/policy';
import { createAlarms } from './alarms';
import { createChain } from './chain';
import type { Arrival, CallObservation, ChainDeps } from './chain';
import { createGate } from './gate';
import type { CallContext } from './methods';

const now = 1_790_000_000_000;
const edge = { subjectaltname: 'URI:spiffe://countersign/edge' } as PeerCertificate;
const reply = Buffer.from('reply');

const createBed = (deps: Partial<ChainDeps> = {}) => {
  const alarms = createAlarms();
  const gate = createGate();
  const lines: { level: string; fields: Readonly<Record<string, unknown>>; message: string }[] = [];
  const observed: CallObservation[] = [];
  const contexts: CallContext[] = [];
  const chain = createChain({
    log: {
      warn: (fields, message) => lines.push({ level: 'warn', fields, message }),
      error: (fields, message) => lines.push({ level: 'error', fields, message }),
    },
    onCall: (call) => observed.push(call),
    now: () => now,
    newId: () => 'correlation-1',
    alarms,
    gate,
    callers: { 'Callback.Read': ['edge'] },
    maxInFlight: 2,
    maxInFlightOf: new Map(),
    defaultDeadlineMs: 2_000,
    maxDeadlineMs: 30_000,
    ...deps,
  });
  const run = (arrival: Partial<Arrival>): Promise<Buffer> =>
    chain({
      method: 'Callback.Read',
      certificate: edge,
      requestId: 'request-1',
      deadline: now + 1_000,
      carried: false,
      abort: new AbortController(),
      handle: (context) => {
        contexts.push(context);
        return Promise.resolve(reply);
      },
      ...arrival,
    });
  const codeOf = (arrival: Partial<Arrival>): Promise<string> =>
    run(arrival).then(
      () => 'ok',
      (error: unknown) => (error instanceof Fault ? error.code : Promise.reject(error)),
    );
  return { run, codeOf, lines, observed, contexts, alarms, gate };
};

describe('the chain', () => {
  test('gives the handler what the steps have established, and its reply back', async () => {
    const { run, contexts, observed } = createBed();
    await expect(run({})).resolves.toBe(reply);
    expect(contexts).toMatchObject([
      { method: 'Callback.Read', peer: 'edge', requestId: 'request-1', deadline: now + 1_000 },
    ]);
    expect(observed).toMatchObject([{ method: 'Callback.Read', peer: 'edge', code: 'ok' }]);
    expect(observed[0]?.ms).toBeGreaterThanOrEqual(0);
  });

  test.each([
    ['nobody', 'forbidden', { certificate: undefined }],
    ['a method without a row', 'unimplemented', { method: 'Callback.Update' }],
    [
      'a peer that is not in the row',
      'forbidden',
      { certificate: { subjectaltname: 'URI:spiffe://countersign/admin' } as PeerCertificate },
    ],
    ['a deadline that has passed', 'deadline', { deadline: now }],
  ] as const)('refuses %s as %s before the handler', async (_what, code, arrival) => {
    const { codeOf, contexts, observed } = createBed();
    expect(await codeOf(arrival)).toBe(code);
    expect(contexts).toEqual([]);
    expect(observed).toMatchObject([{ code }]);
  });

  test('an empty row admits nobody', async () => {
    expect(await createBed({ callers: { 'Callback.Read': [] } }).codeOf({})).toBe('forbidden');
  });

  test('a call without a deadline gets one, and no call has more than the longest', async () => {
    const { run, contexts } = createBed();
    await run({ deadline: undefined });
    await run({ deadline: now + 3_600_000 });
    expect(contexts.map(({ deadline }) => deadline - now)).toEqual([2_000, 30_000]);
  });

  test('settles at the deadline though the handler does not, and counts the handler until it ends', async () => {
    const { codeOf, contexts } = createBed({ maxInFlight: 1 });
    let end: (bytes: Buffer) => void = () => undefined;
    const handle = (context: CallContext): Promise<Buffer> => {
      contexts.push(context);
      return new Promise((resolve) => (end = resolve));
    };
    expect(await codeOf({ deadline: now + 30, handle })).toBe('deadline');
    expect(contexts[0]?.signal.reason).toMatchObject({ code: 'deadline' });
    expect(await codeOf({})).toBe('exhausted');
    end(reply);
    await new Promise((resolve) => setImmediate(resolve));
    expect(await codeOf({})).toBe('ok');
  });

  test('a peer with a share takes no more of the places, gets them back, and leaves the rest to the others', async () => {
    const admin = { subjectaltname: 'URI:spiffe://countersign/admin' } as PeerCertificate;
    const { run, codeOf } = createBed({
      callers: { 'Callback.Read': ['edge', 'admin'] },
      maxInFlight: 4,
      maxInFlightOf: new Map([['admin', 2]]),
    });
    const endings: (() => void)[] = [];
    const handle = (): Promise<Buffer> => new Promise((resolve) => endings.push(() => resolve(reply)));
    const held = [run({ certificate: admin, handle }), run({ certificate: admin, handle })];
    expect(await codeOf({ certificate: admin })).toBe('exhausted');
    held.push(run({ handle }));
    expect(await codeOf({})).toBe('ok');
    held.push(run({ handle }));
    expect(await codeOf({})).toBe('exhausted');
    for (const end of endings) end();
    await Promise.all(held);
    expect(await codeOf({ certificate: admin })).toBe('ok');
    expect(await Promise.all([1, 2, 3, 4].map(() => codeOf({})))).toEqual(['ok', 'ok', 'ok', 'ok']);
  });

  test('once the gate is closed only what belongs to earlier work comes in, and it is empty when that is done', async () => {
    const { run, codeOf, gate } = createBed();
    let end: (bytes: Buffer) => void = () => undefined;
    const earlier = run({ handle: () => new Promise((resolve) => (end = resolve)) });
    gate.close();
    let empty = false;
    const emptied = gate.empty().then(() => (empty = true));
    expect(await codeOf({})).toBe('unavailable');
    expect(await codeOf({ carried: true })).toBe('ok');
    expect(empty).toBe(false);
    end(reply);
    await Promise.all([earlier, emptied]);
    await gate.empty();
  });

  test('a handler that has ended is not aborted later', async () => {
    const { run, contexts, alarms } = createBed();
    await run({ deadline: now + 20 });
    await new Promise<void>((resolve) => alarms.after(60, resolve));
    expect(contexts[0]?.signal.aborted).toBe(false);
  });

  test('a caller that is gone before the handler starts is not served', async () => {
    const { codeOf, contexts } = createBed();
    const abort = new AbortController();
    abort.abort(fault('cancelled'));
    expect(await codeOf({ abort })).toBe('cancelled');
    expect(contexts).toEqual([]);
  });

  test('an unexpected error is logged once, with what finds it, and nothing of it leaves', async () => {
    const { run, lines } = createBed();
    const bug = new TypeError('SECRET');
    const refusal: unknown = await run({ handle: () => Promise.reject(bug) }).catch(
      (error: unknown) => error,
    );
    expect(refusal).toMatchObject({
      code: 'internal',
      message: 'internal error',
      correlationId: 'correlation-1',
    });
    expect((refusal as Fault).cause).toBeUndefined();
    expect(lines).toEqual([
      {
        level: 'error',
        message: 'unexpected error in a call',
        fields: {
          method: 'Callback.Read',
          requestId: 'request-1',
          peer: 'edge',
          correlationId: 'correlation-1',
          err: bug,
        },
      },
    ]);
  });

  test('an internal fault that nobody has logged is treated as the bug it is', async () => {
    const { run, lines } = createBed();
    const refusal: unknown = await run({ handle: () => Promise.reject(fault('internal')) }).catch(
      (error: unknown) => error,
    );
    expect(refusal).toMatchObject({ code: 'internal', correlationId: 'correlation-1' });
    expect(lines).toHaveLength(1);
    await run({ handle: () => Promise.reject(fault('internal', { correlationId: 'known' })) }).catch(
      () => undefined,
    );
    expect(lines).toHaveLength(1);
  });

  test('the private cause of a fault stays here, in the log', async () => {
    const { codeOf, lines } = createBed();
    const cause = new Error('connection refused');
    expect(await codeOf({ handle: () => Promise.reject(fault('unavailable', { cause })) })).toBe(
      'unavailable',
    );
    expect(lines).toEqual([
      {
        level: 'warn',
        message: 'call failed',
        fields: { method: 'Callback.Read', requestId: 'request-1', code: 'unavailable', err: cause },
      },
    ]);
  });

  test('a bug that comes to light after the deadline is logged all the same, a late fault or abort is not', async () => {
    const { codeOf, lines } = createBed({ maxInFlight: 10 });
    const endings: ((error: unknown) => void)[] = [];
    const handle = (): Promise<Buffer> => new Promise((_resolve, reject) => endings.push(reject));
    await Promise.all([1, 2, 3].map(() => codeOf({ deadline: now + 10, handle })));
    const abort = new Error('aborted');
    abort.name = 'AbortError';
    [new TypeError('late bug'), fault('unavailable'), abort].forEach((error, n) => endings[n]?.(error));
    await new Promise((resolve) => setImmediate(resolve));
    expect(lines).toMatchObject([{ level: 'error', fields: { err: { message: 'late bug' } } }]);
  });
});
