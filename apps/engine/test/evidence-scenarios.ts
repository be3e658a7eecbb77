/** From commits to a verified export, through the handlers and on a real store: run for each store by the specs beside it. */
import {
  closingLine,
  eventLine,
  headerLine,
  verifyExport,
  type ExportReport,
  type SignedStatement,
} from '@countersign/evidence';
import { createAggregates } from '@countersign/commands';
import type { AdminHandlers, CallContext } from '@countersign/rpc';
import type { Store } from '@countersign/store';
import { createEventWait } from '../src/event-wait';
import { createNotary } from '../src/notary';
import { getAuditKey } from '../src/rpc/get-audit-key';
import { listEvents } from '../src/rpc/list-events';
import { makeCheckpoint } from '../src/rpc/make-checkpoint';
import { signerOf } from './evidence-world';

const cause = { actor: 'auditor', reason: 'the yearly audit', idempotencyKey: '' };

const context = (): CallContext => ({
  method: 'Admin',
  peer: 'admin',
  requestId: 'r-1',
  deadline: Date.now() + 30_000,
  signal: new AbortController().signal,
});

type Calls = Pick<AdminHandlers, 'listEvents' | 'makeCheckpoint' | 'getAuditKey'>;

const callsOn = (store: Store): Calls => {
  const { checkpoints } = createAggregates({ store, now: Date.now });
  const notary = createNotary({ store, checkpoints, signer: signerOf(1), now: Date.now });
  const eventWait = createEventWait({ store, maxWaiting: 4 });
  return {
    listEvents: listEvents({ store, eventWait, now: Date.now }),
    makeCheckpoint: makeCheckpoint({ notary }),
    getAuditKey: getAuditKey({ notary }),
  };
};

/** As an auditor's program does it. */
async function exported({ listEvents: list }: Calls, statement: SignedStatement): Promise<readonly string[]> {
  const lines = [headerLine(statement)];
  for (let after = 0; after < statement.position;) {
    const asked = { afterPosition: after, limit: 7, waitMs: 0, kind: '', id: '' };
    const { events, nextPosition } = await list(asked, context());
    for (const { atMs, ...event } of events) {
      if (event.position <= statement.position) lines.push(eventLine({ ...event, at: atMs }));
    }
    after = nextPosition;
  }
  return [...lines, closingLine(statement)];
}

export function evidenceScenarios(open: () => Promise<Store>): void {
  let store: Store;
  let calls: Calls;
  beforeAll(async () => {
    store = await open();
    calls = callsOn(store);
  });
  afterAll(() => store.close());

  const happen = async (count: number, id: string): Promise<void> => {
    for (let revision = 0; revision < count; revision += 1) {
      const events = [{ type: 'user.changed', data: { revision, text: 'é " \\ \u2028', 2: [1.5, null] } }];
      const commit = {
        kind: 'user',
        id,
        expectedRevision: revision,
        state: {},
        events,
        at: Date.now(),
      } as const;
      await store.commit({ ...commit, cause: { actor: 'a', reason: 'ü', requestId: id } });
    }
  };
  /** On MongoDB an event gets its position a moment after its commit. */
  const positioned = async (position: number): Promise<void> => {
    while ((await store.events({ after: position - 1, limit: 1 })).length === 0);
  };
  const checkpoint = async (): Promise<SignedStatement> => {
    const { atMs, ...statement } = await calls.makeCheckpoint({ cause }, context());
    return { ...statement, at: atMs };
  };
  const verified = async (lines: readonly string[]): Promise<ExportReport> => {
    const { publicKey } = await calls.getAuditKey({}, context());
    return verifyExport([Buffer.from(lines.join(''))], publicKey);
  };

  it('an export of what was committed verifies, with the checkpoints made meanwhile, and without one byte does not', async () => {
    await happen(15, 'u-1');
    await positioned(15);
    expect(await checkpoint()).toMatchObject({ position: 15 });
    await happen(15, 'u-2');
    await positioned(31);
    const lines = await exported(calls, await checkpoint());
    expect(await verified(lines)).toMatchObject({
      verified: true,
      events: 31,
      aggregates: 3,
      checkpoints: 2,
    });
    const altered = lines.map((line) => line.replace('"seq":9,', '"seq":8,'));
    expect(await verified(altered)).toMatchObject({ verified: false, broken: { line: 10 } });
  });

  it('a caller who waits gets the event that comes', async () => {
    const { nextPosition } = await calls.listEvents(
      { afterPosition: 0, limit: 1000, waitMs: 0, kind: '', id: '' },
      context(),
    );
    const asked = { afterPosition: nextPosition, limit: 0, waitMs: 20_000, kind: 'user', id: 'late' };
    const waiting = calls.listEvents(asked, context());
    await happen(1, 'late');
    expect((await waiting).events.map(({ id }) => id)).toEqual(['late']);
  });
}
