/** A store in memory whose log can be written to, tampered with, exported and verified. */
import { createPrivateKey } from 'node:crypto';
import { createAggregates } from '@countersign/commands';
import {
  closingLine,
  createSigner,
  eventLine,
  headerLine,
  verifyExport,
  type ExportReport,
  type SignedStatement,
  type Signer,
} from '@countersign/evidence';
import type { Store } from '@countersign/store';
import { createMemoryDisk, openMemoryStore, type MemoryDisk } from '@countersign/store/testing';
import { createNotary, type Notary } from '../src/notary';

export const signerOf = (byte: number): Signer => {
  const seed = Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    Buffer.alloc(32, byte),
  ]);
  const key = createPrivateKey({ key: seed, format: 'der', type: 'pkcs8' });
  return createSigner(key.export({ type: 'pkcs8', format: 'pem' }).toString());
};

export interface EvidenceWorld {
  readonly clock: { now: number };
  readonly disk: MemoryDisk;
  readonly store: Store;
  /** Commits one event each, of as many aggregates. */
  happen(count: number): Promise<void>;
  /** One more engine on the same store; `events` stands before its reads of the log. */
  engine(options?: { signer?: Signer; events?: Store['events'] }): Notary;
  exported(statement: SignedStatement): Promise<string>;
  verified(statement: SignedStatement, keys?: string): Promise<ExportReport>;
}

export const evidenceWorld = (): EvidenceWorld => {
  const clock = { now: 1_700_000_000_000 };
  const now = () => clock.now;
  const disk = createMemoryDisk();
  const store = openMemoryStore(disk, { now });
  let ids = 0;
  const exported = async (statement: SignedStatement): Promise<string> => {
    const events = await store.events({ after: 0, limit: Math.max(1, statement.position) });
    const told = events.filter(({ position }) => position <= statement.position);
    const lines = told.map((event) => eventLine({ ...event, data: JSON.stringify(event.data) }));
    return [headerLine(statement), ...lines, closingLine(statement)].join('');
  };
  return {
    clock,
    disk,
    store,
    happen: async (count) => {
      const cause = { actor: 'test', reason: 'test', requestId: 'r-1' };
      for (let i = 0; i < count; i += 1) {
        const events = [{ type: 'user.created', data: { i } }];
        const id = `u-${(ids += 1)}`;
        await store.commit({
          kind: 'user',
          id,
          expectedRevision: 0,
          state: {},
          events,
          cause,
          at: clock.now,
        });
      }
    },
    engine: ({ signer = signerOf(1), events = store.events } = {}) => {
      const opened = openMemoryStore(disk, { now });
      const { checkpoints } = createAggregates({ store: opened, now });
      return createNotary({ store: { events }, checkpoints, signer, now });
    },
    exported,
    verified: async (statement, keys = signerOf(1).publicKey) =>
      verifyExport([Buffer.from(await exported(statement))], keys),
  };
};

export const callBy = (deadline: number) => ({
  cause: { actor: 'auditor', reason: 'test', requestId: 'r-1' },
  deadline,
  approval: null,
  once: null,
  expectedRevision: null,
});
